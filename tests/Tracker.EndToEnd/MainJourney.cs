using System.Globalization;
using Microsoft.Playwright;
using Tracker.EndToEnd.Harness;

namespace Tracker.EndToEnd;

/// <summary>From the hall of the workshop to the reader of the workbook, in each language, with scripts and without.</summary>
public sealed class MainJourney(JourneySuite suite) : Journey(suite)
{
    private const string Lead = "MEFP";

    [Theory]
    [InlineData("fr", true)]
    [InlineData("fr", false)]
    [InlineData("en", true)]
    [InlineData("en", false)]
    public async Task A_recommendation_is_entered_published_assigned_worked_on_and_exported(
        string language,
        bool scripts
    )
    {
        var say = Spoken.In(language);
        var visitor = await OpenAsync(language, scripts);
        var deeds = new Deeds(visitor, say, dialogs: scripts);
        var mark = Guid.CreateVersion7().ToString("N")[^10..];
        var title = $"Recommandation {mark}";

        await visitor.SpeakAsync(language);
        await SignInByFormAsync(visitor, say, "coordinator");
        var code = await deeds.EnterAsync(title);
        Assert.StartsWith($"{Deeds.Kayes}-", code, StringComparison.Ordinal);
        Assert.True(
            int.Parse(code.Split('-')[^1], CultureInfo.InvariantCulture) >= 17,
            $"{code} is not after the sixteen of the workshop."
        );
        await deeds.PublishAsync(code);
        var supporting = await deeds.AssignAsync(code, Lead, supporting: 2);
        await SignOutAsync(visitor, say);

        await SignInByFormAsync(visitor, say, "mefp", "/my");
        await deeds.StartWorkAsync(code, $"Avancée {mark}.", percent: 45);
        await deeds.SeesStatusAsync(code, "in_progress");
        await visitor.SeesTextAsync($"Avancée {mark}.");
        await visitor.GoAsync($"/recommendations?q={mark}");
        await deeds.SeesStatusAsync(code, "in_progress");
        Assert.Equal([code], await visitor.ReadCodesAsync());
        await SignOutAsync(visitor, say);

        await SignInByFormAsync(visitor, say, "coordinator");
        var due = Today.AddDays(400);
        await deeds.SetDueDateAsync(code, due);
        await visitor.GoAsync($"/recommendations?q={mark}&lead={Lead}");
        await Assertions
            .Expect(visitor.Row(code))
            .ToContainTextAsync(due.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture));
        var file = await visitor.DownloadAsync(() => visitor.FollowAsync(say.List("export.xlsx")));

        using var workbook = DownloadedWorkbook.Open(file);
        var row = Assert.Single(workbook.ReadRecommendations());
        Assert.Equal(code, row["code"]);
        Assert.Equal(title, row["title_fr"]);
        Assert.Equal(title, row["title_en"]);
        Assert.Equal(Lead, row["lead_code"]);
        Assert.Equal("confirmed", row["lead_standing"]);
        Assert.Equal("in_progress", row["status"]);
        Assert.Equal(supporting.Order(), row["supporting_codes"].Split(';').Order());
        Assert.Equal(due.ToDateTime(TimeOnly.MinValue), workbook.ReadValue(code, "due_date"));
        Assert.Equal(45d, workbook.ReadValue(code, "progress_percent"));
        visitor.SawNoProblem();
    }

    /// <param name="lands">Focal points come to their own work.</param>
    private static async Task SignInByFormAsync(
        Visitor visitor,
        Spoken say,
        string account,
        string lands = "/"
    )
    {
        await visitor.GoAsync("/account/login");
        await visitor.FillAsync(say.Account("email"), $"{account}@demo.example");
        await visitor.FillAsync(say.Account("password"), PublishedServer.DemoPassword);
        await visitor.PressAsync(say.Account("sign_in"));
        await visitor.ArrivesAtAsync(lands);
    }

    private static async Task SignOutAsync(Visitor visitor, Spoken say)
    {
        await visitor.PressAsync(say.Shell("sign_out"));
        await visitor.ArrivesAtAsync("/account/login");
    }
}
