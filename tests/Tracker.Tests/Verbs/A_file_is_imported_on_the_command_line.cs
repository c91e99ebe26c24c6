using System.Text.Json;
using Tracker.Tests.Given;
using Tracker.Web.Verbs;

namespace Tracker.Tests.Verbs;

/// <summary>The same door as the page's, for programs: look, then write in the name of an account.</summary>
public sealed class A_file_is_imported_on_the_command_line
{
    private const string Email = "suivi@tracker.example";

    [Fact]
    public async Task It_is_previewed_as_json_and_written_in_somebody_s_name_once()
    {
        using var program = new ProgramRun();
        await SeededAsync(program);
        File.WriteAllBytes(
            Path.Combine(program.Folder, "exemple.csv"),
            ImportSamples.Bytes(ImportSamples.Comma)
        );
        var preview = await program.ProductionAsync(
            "import",
            "exemple.csv",
            "--preview",
            "--format",
            "json"
        );
        Assert.Equal(0, preview.ExitCode);
        using var read = JsonDocument.Parse(string.Join('\n', preview.Output));
        Assert.Equal(48, read.RootElement.GetArrayLength());

        // The sample asks for a reason that nobody types here: nothing of it is written.
        var refused = await program.ProductionAsync("import", "exemple.csv", "--as", Email);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("GAO-2022-04", string.Join(' ', refused.Errors), StringComparison.Ordinal);

        File.WriteAllText(
            Path.Combine(program.Folder, "plan.csv"),
            "Code;Thématique;Recommandation;Responsable\r\nKAY-2020-90;Retour;Ouvrir un guichet d’accueil à la gare.;DGME\r\n"
        );
        var written = await program.ProductionAsync("import", "plan.csv", "--as", Email);
        Assert.Equal(
            (0, true),
            (
                written.ExitCode,
                string.Join(' ', written.Output).Contains("1 create", StringComparison.Ordinal)
            )
        );
        var again = await program.ProductionAsync("import", "plan.csv", "--as", Email);
        Assert.Equal(
            (0, true),
            (
                again.ExitCode,
                string.Join(' ', again.Output).Contains("1 unchanged", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public async Task What_is_held_back_goes_to_a_file_with_its_reasons_and_comes_in_from_there_once_corrected()
    {
        using var program = new ProgramRun();
        await SeededAsync(program);
        var corrections = Path.Combine(program.Folder, "reste.csv");
        File.WriteAllText(
            Path.Combine(program.Folder, "plan.csv"),
            """
            Code;Thématique;Recommandation;Responsable;Échéance
            KAY-2020-90;Retour;Ouvrir un guichet d’accueil à la gare.;DGME;30/06/2023
            KAY-2020-91;Retour;Former les agents du guichet.;DGME;31/02/2023
            """
        );

        var written = await program.ProductionAsync(
            "import",
            "plan.csv",
            "--as",
            Email,
            "--corrections",
            "reste.csv"
        );

        Assert.Equal(0, written.ExitCode);
        var source = File.ReadAllText(Path.Combine(program.Folder, "plan.csv"));
        foreach (var place in new[] { "plan.csv", "nulle/part.csv" })
        {
            var refused = await program.ProductionAsync(
                "import",
                "plan.csv",
                "--preview",
                "--corrections",
                place
            );
            Assert.Equal((place, 1), (place, refused.ExitCode));
        }
        Assert.Equal(source, File.ReadAllText(Path.Combine(program.Folder, "plan.csv")));
        var rest = File.ReadAllLines(corrections);
        Assert.Equal(2, rest.Length);
        Assert.Contains("KAY-2020-91", rest[1], StringComparison.Ordinal);
        File.WriteAllText(
            corrections,
            File.ReadAllText(corrections).Replace("31/02/2023", "28/02/2023")
        );
        var corrected = await program.ProductionAsync("import", "reste.csv", "--as", Email);
        Assert.Equal(
            (0, true),
            (
                corrected.ExitCode,
                string.Join(' ', corrected.Output).Contains("1 create", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public async Task What_cannot_be_read_or_written_is_said_and_the_exit_code_is_one()
    {
        using var program = new ProgramRun();
        await SeededAsync(program);
        File.WriteAllText(Path.Combine(program.Folder, "notes.pdf"), "%PDF-1.7");
        using (var large = File.Create(Path.Combine(program.Folder, "large.csv")))
        {
            large.SetLength(64 * 1024 * 1024);
        }
        File.WriteAllText(Path.Combine(program.Folder, "plan.csv"), "Quoi;Qui\r\nOuvrir;DGME\r\n");

        await SaysAsync("n’existe pas", "does not exist", "import", "absent.csv", "--preview");
        await SaysAsync("ni un classeur", "neither", "import", "notes.pdf", "--preview");
        await SaysAsync("10 Mo", "10 MB", "import", "large.csv", "--preview");
        await SaysAsync("header row", "header row", "import", "plan.csv", "--preview");
        await SaysAsync(
            "may import",
            "may import",
            "import",
            "plan.csv",
            "--as",
            "personne@tracker.example"
        );
        await SaysAsync("--preview", "--preview", "import");

        async Task SaysAsync(string french, string english, params string[] args)
        {
            var ended = await program.ProductionAsync(args);
            var said = string.Join(' ', ended.Errors);
            Assert.Equal(1, ended.ExitCode);
            Assert.True(
                said.Contains(french, StringComparison.Ordinal)
                    || said.Contains(english, StringComparison.Ordinal),
                said
            );
        }
    }

    private static async Task SeededAsync(ProgramRun program)
    {
        await program.ProductionAsync("seed", "--kayes");
        await program.RunAsync(
            "Production",
            [(CreateAdmin.PasswordVariable, WebHost.Password)],
            "create-admin",
            "--email",
            Email,
            "--name",
            "Suivi"
        );
    }
}
