namespace Tracker.Web.Verbs;

/// <summary>The help of the command line. In English, like the names of the settings: its readers are administrators.</summary>
internal static class VerbHelp
{
    public const string Verbs =
        "Verbs: serve (default), migrate, seed [--kayes], create-admin, export FILE, import FILE, demo-data --recommendations N, health [ADDRESS]. Each knows --help.";

    private const string Settings =
        "Settings come from appsettings.json and the environment (Tracker__DataDirectory=...); see appsettings.sample.json.";

    public static string Of(string verb) =>
        verb switch
        {
            "serve" =>
                $"serve [--urls http://localhost:5080]\n  Serves the tracker. {Settings}\n{Verbs}",
            "migrate" => $"migrate\n  Brings the database to the present schema. {Settings}",
            "seed" =>
                "seed [--kayes]\n  Loads the reference data that is missing; with --kayes the workshop of December 2020 "
                    + $"too. Loading twice changes nothing. {Settings}",
            "export" =>
                "export FILE\n  Writes all published recommendations to FILE (.xlsx or .csv). A relative path starts in "
                    + $"the folder you call from. {Settings}",
            "import" =>
                "import FILE [--preview] [--format json] [--as EMAIL] [--corrections OUT.csv]\n  Understands FILE (.xlsx or .csv) record by record and "
                    + "shows what would be done with each; with --preview that is all. To write, --as names the account of "
                    + "a coordinator or an administrator. --corrections takes the rows that are held back, with their reasons. "
                    + $"{Settings}",
            "create-admin" => "create-admin --email ADDRESS --name NAME [--organisation CODE]\n"
                + $"  Makes the account of an administrator, of {CreateAdmin.UsualOrganisation} where no code is given. The "
                + $"password, 12 characters or more, is asked, or read from {CreateAdmin.PasswordVariable}; it is never an "
                + $"argument. {Settings}",
            "health" =>
                $"health [ADDRESS]\n  Asks a serving tracker, at {AskHealth.UsualAddress} where no address is given, whether it is "
                    + "ready. Ends with 0 if so, else with 1 and the reason.",
            "demo-data" =>
                "demo-data --recommendations N [--history M] [--seed S] [--yes]\n  Adds N invented recommendations "
                    + "(1 to 1000000) of invented workshops and organisations, marked as samples, over the past 16 years; "
                    + "with --history until the database holds M lines of history. The same seed (1 if none is given) and "
                    + "day give the same data; adding it twice adds nothing, an interrupted run is taken up again. "
                    + $"In Production it needs --yes. {Settings}",
            _ => Verbs,
        };
}
