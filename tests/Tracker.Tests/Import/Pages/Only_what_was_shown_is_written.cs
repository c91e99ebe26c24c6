using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Tracker.Core.Import;
using Tracker.Tests.Given;
using static Tracker.Tests.Import.Pages.ImportVisits;

namespace Tracker.Tests.Import.Pages;

/// <summary>Two tabs, a corrected header, an answer regretted, a page full of questions: what stands on the page is what counts.</summary>
public sealed class Only_what_was_shown_is_written : IAsyncLifetime
{
    private const string Header = "Code;Thématique;Recommandation;Responsable;Échéance\r\n";

    private readonly WebHost _host = new();

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host.Time.SetUtcNow(new DateTimeOffset(2023, 5, 2, 9, 30, 0, TimeSpan.Zero));
        await _host.InitializeAsync();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_confirmation_of_an_older_page_writes_nothing()
    {
        using var visitor = await _host.SignedInAsync("coordinator");
        var address = await SentAsync(
            visitor,
            "plan.csv",
            Bytes("KAY-2020-90;Retour;Ouvrir un guichet d’accueil à la gare.;DGME;31/12/2023\r\n")
        );
        var older = await visitor.PageAsync(address);
        await FollowAsync(visitor, $"{address}/mapping", Form(older, "mapping", ("due_date", "")));
        var said = await FollowAsync(visitor, $"{address}/apply", Form(older, "apply"));
        Assert.Contains(
            "rien n’a été écrit",
            said.QuerySelector(".msg")!.TextContent,
            StringComparison.Ordinal
        );
        await visitor.PageAsync("/recommendations/KAY-2020-90", HttpStatusCode.NotFound);

        await FollowAsync(visitor, $"{address}/apply", Form(said, "apply"));
        await visitor.PageAsync("/recommendations/KAY-2020-90");
    }

    [Fact]
    public async Task Answers_do_not_move_to_other_records_when_the_header_row_is_corrected()
    {
        using var visitor = await _host.SignedInAsync("coordinator");
        var address = await SentAsync(
            visitor,
            "plan.csv",
            Bytes(
                "KAY-2020-90;Retour;Ouvrir un guichet d’accueil à la gare.;DGME;31/02/2023\r\n"
                    + "KAY-2020-91;Retour;Former les agents de ce guichet.;DGME;31/12/2023\r\n"
            )
        );
        var page = await visitor.PageAsync(address);
        var answered = await FollowAsync(
            visitor,
            $"{address}/answers",
            Form(page, "answers", ("r1.due_date", "28/02/2023"))
        );
        var moved = await FollowAsync(
            visitor,
            $"{address}/mapping",
            Form(answered, "mapping", ("header", "2"))
        );
        Assert.Contains(
            "31/12/2023",
            moved.QuerySelector("[data-record='1']")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("28/02/2023", moved.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_taken_back_on_the_page_it_was_given_on()
    {
        using var visitor = await _host.SignedInAsync("coordinator");
        var address = await SentAsync(
            visitor,
            ImportSamples.Comma,
            ImportSamples.Bytes(ImportSamples.Comma)
        );
        var held = await visitor.PageAsync($"{address}?action=held_back");
        Assert.Equal(4, held.QuerySelectorAll("[data-record]").Length);

        var left = await FollowAsync(
            visitor,
            $"{address}/answers",
            Form(held, "answers", ("r43.decision", "skip"))
        );
        Assert.Equal(3, left.QuerySelectorAll("[data-record]").Length);
        var skipped = await visitor.PageAsync($"{address}?action=skip");
        var choice = (IHtmlSelectElement)skipped.QuerySelector("[name='r43.decision']")!;
        Assert.Equal("skip", choice.Value);
        var back = await FollowAsync(
            visitor,
            $"{address}/answers",
            Form(skipped, "answers", ("r43.decision", ""))
        );
        Assert.Equal("4", Count(back, ImportAction.HeldBack));
    }

    [Fact]
    public async Task A_page_where_every_record_asks_everything_can_be_sent()
    {
        using var visitor = await _host.SignedInAsync("coordinator");
        var rows = new StringBuilder();
        for (var row = 0; row < 60; row++)
        {
            rows.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"??;inconnue {row};;personne {row} / nul;31/02/2023\r\n"
            );
        }
        var address = await SentAsync(visitor, "plan.csv", Bytes(rows.ToString()));
        var page = await visitor.PageAsync(address);
        var fields = Form(page, "answers")
            .Select(f =>
                f.Name.EndsWith(".decision", StringComparison.Ordinal) && f.Name[0] == 'r'
                    ? (f.Name, "skip")
                    : f
            )
            .ToArray();
        Assert.InRange(fields.Length, 100, 1000);
        await FollowAsync(visitor, $"{address}/answers", fields);
    }

    [Fact]
    public async Task A_title_above_the_table_does_not_hide_its_columns()
    {
        using var visitor = await _host.SignedInAsync("coordinator");
        var address = await SentAsync(
            visitor,
            "plan.csv",
            Encoding.UTF8.GetBytes(
                "Plan de suivi\r\nQuoi;Qui;Axe\r\nOuvrir un guichet;DGME;Retour\r\n"
            )
        );
        var page = await visitor.PageAsync(address);
        Assert.Equal("2", page.QuerySelector("[name=header]")!.GetAttribute("value"));
        Assert.Contains(
            "B Qui",
            page.QuerySelector("[name=lead]")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_archived_is_held_back_and_named()
    {
        using var visitor = await _host.SignedInAsync("coordinator");
        await visitor.SubmitAsync(
            "/recommendations/KAY-2020-03/archive",
            ("Input.Reason", "Doublon")
        );
        var address = await SentAsync(
            visitor,
            "plan.csv",
            Bytes(
                "KAY-2020-03;GOV;Intégrer la migration dans toutes les politiques sectorielles;;31/12/2023\r\n"
            )
        );
        var page = await visitor.PageAsync(address);
        Assert.NotNull(
            page.QuerySelector(
                "[data-record='1'][data-action=held_back] [data-reason=archived_already]"
            )
        );
    }

    [Fact]
    public async Task Nothing_of_a_stranger_s_file_is_read()
    {
        using var visitor = await _host.SignedInAsync("donor");
        using var answer = await SendAsync(
            visitor,
            "notes.pdf",
            "%PDF-1.7"u8.ToArray(),
            "/views?save=%2Frecommendations"
        );
        Assert.Equal("/import", answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private static byte[] Bytes(string rows) => Encoding.UTF8.GetBytes(Header + rows);
}
