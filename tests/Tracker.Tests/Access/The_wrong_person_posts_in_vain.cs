using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Tracker.Data.Storage;
using Tracker.Tests.Given;

namespace Tracker.Tests.Access;

/// <summary>A sample of the rights over HTTP: the plain forms, posted as they are, by people they are not for.</summary>
public sealed class The_wrong_person_posts_in_vain(WebHost host, ITestOutputHelper output)
    : IClassFixture<WebHost>
{
    private static readonly string[] OfTheCoordination = ["owner", "publish", "archive", "edit"];

    private static readonly string[] OfTheLead =
    [
        "status?to=in_progress",
        "due",
        "answer",
        "milestones",
    ];

    private static readonly string[] OfThoseWhoWork = ["update", "evidence", "comment"];

    /// <summary>Four recommendations, their leads, and one of those who support them.</summary>
    private static readonly (string Code, string Lead, string Supporter)[] Items =
    [
        ("KAY-2020-05", "mefp", "anpe"),
        ("KAY-2020-01", "mmeia", "dgme"),
        ("KAY-2020-07", "dgia", "mmeia"),
        ("KAY-2020-10", "mef", "ctc"),
    ];

    /// <summary>What every form asks for, filled in as it should be.</summary>
    private static readonly (string, string)[] Fields =
    [
        ("Input.Version", "1"),
        ("Input.To", "accepted"),
        ("Input.Text", "Texte de quelqu’un d’autre"),
        ("Input.UpdateText", "Texte de quelqu’un d’autre"),
        ("Input.DueDate", "2021-09-30"),
        ("Input.Title", "Titre de quelqu’un d’autre"),
        ("Input.TitleFr", "Titre de quelqu’un d’autre"),
        ("Input.Kind", "report"),
        ("Input.Link", "https://exemple.example/rapport"),
        ("Input.Reason", "Sans raison"),
        ("Input.Lead", "DGME"),
    ];

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Forms_posted_by_the_wrong_person_are_answered_403_or_404_and_write_nothing()
    {
        var posts = 0;
        foreach (var (person, addresses) in Wrongs())
        {
            using var visitor = person is null ? host.Visitor() : await host.SignedInAsync(person);
            var token = await TokenAsync(visitor);
            foreach (var address in addresses)
            {
                var before = await WrittenAsync();
                using var answer = await visitor.PostAsync(
                    address,
                    [
                        .. Fields,
                        ("Input.CommandId", Guid.CreateVersion7().ToString()),
                        ("__RequestVerificationToken", token),
                    ]
                );
                var isTurnedAway =
                    answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound
                    || (
                        person is null
                        && answer.StatusCode == HttpStatusCode.Found
                        && answer.Headers.Location!.ToString().Contains("/account/login")
                    );
                Assert.True(isTurnedAway, $"{person} {address}: {(int)answer.StatusCode}");
                Assert.Equal(
                    $"{person} {address} {before}",
                    $"{person} {address} {await WrittenAsync()}"
                );
                posts++;
            }
        }
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{posts} forms posted in vain.")
        );
        Assert.True(posts >= 200, $"Only {posts} forms were posted.");
    }

    private static IEnumerable<(string? Person, IEnumerable<string> Addresses)> Wrongs()
    {
        string[] all = [.. OfTheCoordination, .. OfTheLead, .. OfThoseWhoWork];
        string[] entering = ["/recommendations/new", "/workshops/new", "/workshops/KAY-2020/edit"];
        foreach (var person in new[] { null, "donor", "analyst", "cigem" })
        {
            // Who supports the first of them is tried on the others.
            var items = person == "cigem" ? Items.Where(i => i.Code != "KAY-2020-01") : Items;
            yield return (person, entering.Concat(items.SelectMany(i => Of(i.Code, all))));
        }
        foreach (var (code, lead, supporter) in Items)
        {
            yield return (lead, Of(code, OfTheCoordination));
            yield return (supporter, Of(code, [.. OfTheCoordination, .. OfTheLead]));
        }
    }

    private static IEnumerable<string> Of(string code, IEnumerable<string> forms) =>
        forms.Select(form => $"/recommendations/{code}/{form}");

    /// <summary>Any form of one's own carries a token that is good for all.</summary>
    private static async Task<string> TokenAsync(Visitor visitor)
    {
        using var own = await visitor.GetAsync("/recommendations");
        var page =
            own.StatusCode == HttpStatusCode.OK
                ? await Visitor.ReadAsync(own)
                : await visitor.PageAsync("/account/login");
        var field = page.QuerySelector("input[name=__RequestVerificationToken]");
        Assert.NotNull(field);
        return field.GetAttribute("value")!;
    }

    private async Task<string> WrittenAsync()
    {
        await using var context = host.Of<Contexts>().Open();
        long[] counts =
        [
            (await context.HistoryHeads.AsNoTracking().SingleAsync(Patience)).Sequence,
            await context.Uploads.CountAsync(Patience),
            await context.Drafts.CountAsync(Patience),
            await context.Receipts.CountAsync(Patience),
        ];
        return string.Join(' ', counts);
    }
}
