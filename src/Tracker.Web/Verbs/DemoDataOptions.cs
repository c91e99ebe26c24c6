using System.Globalization;
using Tracker.Data.Demonstration;

namespace Tracker.Web.Verbs;

/// <summary>What <c>demo-data</c> was asked for.</summary>
internal sealed record DemoDataOptions
{
    public int Recommendations { get; private init; }
    public int? History { get; private init; }
    public int Seed { get; private init; } = 1;

    /// <summary>Allows it in Production.</summary>
    public bool Yes { get; private init; }

    /// <summary>What belongs to the settings.</summary>
    public IReadOnlyList<string> Rest { get; private init; } = [];

    /// <returns>The options, or one line that says what is wrong with them.</returns>
    public static (DemoDataOptions? Options, string? Problem) Read(IReadOnlyList<string> args)
    {
        var options = new DemoDataOptions();
        var rest = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--yes")
            {
                options = options with { Yes = true };
                continue;
            }
            if (args[i] is not ("--recommendations" or "--history" or "--seed"))
            {
                rest.Add(args[i]);
                continue;
            }
            var (low, high) = RangeOf(args[i]);
            var text = i + 1 < args.Count ? args[i + 1] : "nothing";
            if (
                !int.TryParse(
                    text,
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                || number < low
                || number > high
            )
            {
                return (null, $"{args[i]} needs a whole number from {low} to {high}, not {text}.");
            }
            options = args[i] switch
            {
                "--recommendations" => options with { Recommendations = number },
                "--history" => options with { History = number },
                _ => options with { Seed = number },
            };
            i++;
        }
        return options.Recommendations == 0
            ? (null, $"demo-data needs --recommendations and a whole number. {VerbHelp.Verbs}")
            : (options with { Rest = rest }, null);
    }

    private static (int Low, int High) RangeOf(string name) =>
        name switch
        {
            "--recommendations" => (1, DemonstrationCommands.MostRecommendations),
            "--history" => (1, DemonstrationCommands.MostHistory),
            _ => (0, 1_000_000),
        };
}
