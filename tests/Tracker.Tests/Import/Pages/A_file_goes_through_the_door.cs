using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Tracker.Core.Import;
using Tracker.Core.Words;
using Tracker.Tests.Given;
using Tracker.Web.Import;
using static Tracker.Tests.Import.Pages.ImportVisits;

namespace Tracker.Tests.Import.Pages;

/// <summary>Sending, correcting, answering, confirming and taking back, in a browser without scripts.</summary>
public sealed class A_file_goes_through_the_door : IAsyncLifetime
{
    private readonly WebHost _host = new();

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host.Time.SetUtcNow(new DateTimeOffset(2023, 5, 2, 9, 30, 0, TimeSpan.Zero));
        await _host.InitializeAsync();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_sample_is_previewed_answered_applied_and_undone()
    {
        using var visitor = await _host.SignedInAsync("coordinator");
        var address = await SentAsync(
            visitor,
            ImportSamples.Comma,
            ImportSamples.Bytes(ImportSamples.Comma)
        );
        var page = await visitor.PageAsync(address);
        var rest = await visitor.PageAsync(address + "?page=2");
        Assert.Equal(
            [25, 23],
            new[] { page, rest }.Select(p => p.QuerySelectorAll("[data-record]").Length)
        );
        Assert.Equal("37", Count(page, ImportAction.CreateWithWarning));
        Assert.Equal("4", Count(page, ImportAction.HeldBack));

        // Without its reason nothing is written, and the page says where.
        var refused = await FollowAsync(visitor, $"{address}/apply", Form(page, "apply"));
        Assert.Contains(
            "GAO-2022-04",
            refused.QuerySelector(".msg")!.TextContent,
            StringComparison.Ordinal
        );

        var answered = await FollowAsync(
            visitor,
            $"{address}/answers",
            Form(
                page,
                "answers",
                ("r27.status_reason", "Site réaffecté."),
                ("r10.due_date", "28/02/2022"),
                ("r43.decision", "skip")
            )
        );
        Assert.Equal("2", Count(answered, ImportAction.HeldBack));

        using var json = await visitor.GetAsync($"{address}/preview.json");
        using var read = JsonDocument.Parse(await json.Content.ReadAsByteArrayAsync(Patience));
        var tenth = read.RootElement[9];
        Assert.Equal("create_with_warning", tenth.GetProperty("action").GetString());
        Assert.Equal("2022-02-28", tenth.GetProperty("due_date").GetString());
        Assert.Equal(
            [
                "record_no",
                "action",
                "code",
                "workshop",
                "theme",
                "lead",
                "due_date",
                "status",
                "progress",
                "dirt",
                "reasons",
            ],
            tenth.EnumerateObject().Select(p => p.Name)
        );

        var done = await FollowAsync(visitor, $"{address}/apply", Form(answered, "apply"));
        var corrections = done.QuerySelector("main a[href$='corrections.csv']")!
            .GetAttribute("href")!;
        using var file = await visitor.GetAsync(corrections);
        var bytes = await file.Content.ReadAsByteArrayAsync(Patience);
        var held = ImportSamples.Understood(
            await ImportSamples.ReadAsync("corrections.csv", bytes),
            ImportSamples.FreshLists()
        );
        Assert.Equal(["BKO-2021-08", "GAO-2022-02"], held.Records.Select(r => r.Values.Code));
        Assert.Contains("120%", held.Records[1].Source.Cells.Select(c => c.Text));

        await ComesBackUnchangedAsync(visitor, "xlsx", 55);
        await ComesBackUnchangedAsync(visitor, "csv", 55);
        var list = await visitor.PageAsync("/recommendations?workshop=SIK-2021");
        Assert.Contains("SIK-2021-09", list.Body!.TextContent, StringComparison.Ordinal);
        var undo = done.QuerySelector("form[action$='/undo']")!;
        await FollowAsync(visitor, undo.GetAttribute("action")!, Fields((IHtmlFormElement)undo));
        var after = await visitor.PageAsync("/recommendations?workshop=SIK-2021");
        Assert.DoesNotContain("SIK-2021-09", after.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_nobody_knows_are_mapped_by_the_person_and_remembered()
    {
        using var visitor = await _host.SignedInAsync("coordinator");
        var bytes = Encoding.UTF8.GetBytes(
            "Quoi;Qui;Axe du plan;Rencontre annuelle;Quand\r\nOuvrir un guichet d’accueil à la gare.;DGME;Retour;Rencontre de Ségou;14/05/2022\r\n"
        );
        var address = await SentAsync(visitor, "plan.csv", bytes);
        var page = await visitor.PageAsync(address);
        Assert.NotNull(page.QuerySelector("details[open] select[name=text]"));

        var mapped = await FollowAsync(
            visitor,
            $"{address}/mapping",
            Form(
                page,
                "mapping",
                ("text", "0"),
                ("lead", "1"),
                ("theme", "2"),
                ("workshop", "3"),
                ("workshop_date", "4")
            )
        );
        Assert.Equal(
            "1",
            Count(mapped, ImportAction.Create) ?? Count(mapped, ImportAction.CreateWithWarning)
        );
        Assert.Contains("REN-2022", mapped.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_in_the_reader_s_language()
    {
        using var visitor = await _host.SignedInAsync("coordinator");
        using var french = await SendAsync(visitor, "notes.pdf", "%PDF-1.7"u8.ToArray());
        var said = await visitor.PageAsync(french.Headers.Location!.ToString());
        Assert.Contains(
            "ni un classeur .xlsx ni un fichier .csv",
            said.QuerySelector(".msg")!.TextContent,
            StringComparison.Ordinal
        );
        var english = await visitor.PageAsync(french.Headers.Location + "&lang=en");
        Assert.Contains(
            "neither an .xlsx workbook",
            english.QuerySelector(".msg")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("mefp")]
    [InlineData("donor")]
    [InlineData("analyst")]
    public async Task Others_are_told_that_the_coordination_imports(string account)
    {
        using var visitor = await _host.SignedInAsync(account);
        await visitor.PageAsync("/import", HttpStatusCode.Forbidden);
        var gone = await visitor.PageAsync($"/import/{Guid.CreateVersion7():D}");
        Assert.Empty(gone.QuerySelectorAll("[data-record]"));
    }

    [Fact]
    public async Task A_file_is_its_sender_s_alone()
    {
        using var sender = await _host.SignedInAsync("coordinator");
        using var other = await _host.SignedInAsync("admin");
        var address = await SentAsync(
            sender,
            ImportSamples.Comma,
            ImportSamples.Bytes(ImportSamples.Comma)
        );
        Assert.Empty((await other.PageAsync(address)).QuerySelectorAll("[data-record]"));
        using var json = await other.GetAsync($"{address}/preview.json");
        Assert.Equal(HttpStatusCode.NotFound, json.StatusCode);
    }

    [Fact]
    public async Task A_post_from_elsewhere_changes_nothing()
    {
        using var visitor = await _host.SignedInAsync("coordinator");
        using var answer = await visitor.PostAsync(
            $"/import/{Guid.CreateVersion7():D}/apply",
            ("seen", "x")
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData(Language.Fr)]
    [InlineData(Language.En)]
    public void Everything_that_can_be_noticed_has_its_sentence(Language language)
    {
        var words = new System.Resources.ResourceManager(typeof(ImportText));
        var culture = Web.Text.Languages.Resources(language);
        var missing = Keys<ImportReasonKind>("reason")
            .Concat(Keys<SourceFaultKind>("fault"))
            .Concat(Keys<SourceNoteKind>("note"))
            .Concat(Keys<ImportAction>("action"))
            .Concat(Keys<ImportField>("field"))
            .Where(key => words.GetString(key, culture) is null);
        Assert.Empty(missing);
    }

    /// <summary>The sixteen of Kayes, and what the sample brought: exported, untouched, understood again.</summary>
    private async Task ComesBackUnchangedAsync(Visitor visitor, string form, int rows)
    {
        using var answer = await visitor.GetAsync($"/recommendations/export.{form}");
        var preview = ImportSamples.Understood(
            await ImportSamples.ReadAsync(
                $"export.{form}",
                await answer.Content.ReadAsByteArrayAsync(Patience)
            ),
            await _host
                .Of<Data.Import.ImportQueries>()
                .ListsAsync(await _host.ActorAsync("coordinator"), Patience)
        );
        Assert.Equal((rows, rows), (preview.Of(ImportAction.Unchanged), preview.Records.Count));
    }

    private static IEnumerable<string> Keys<T>(string family)
        where T : struct, Enum => Codes.All<T>().Select(code => $"{family}.{code}");
}
