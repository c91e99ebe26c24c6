using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Drafts;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Data.Drafts;
using Tracker.Tests.Given;

namespace Tracker.Tests.Stories;

/// <summary>Story 3: the line drops on saving, she retries twice; and what others may add.</summary>
public sealed class An_update_on_a_bad_line
{
    private const string Code = "KAY-2020-05";

    private static readonly UpdateEntry Report = new()
    {
        Period = new Quarter(2020, 4),
        Text = "Première session du cadre de concertation",
        Percent = 40,
        NextStep = "Deuxième session en mars",
        BlockedBy = "funding",
        BlockedByWhom = "Ministère de l’Économie et des Finances",
        Status = new StatusChange { To = ImplementationStatus.InProgress },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Sent_three_times_it_is_recorded_once(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var mefp = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await tracker.AnswerAsync(mefp, Code, Acceptance.Accepted));
        var (read, command) = (await tracker.VersionAsync(Code), Guid.CreateVersion7());
        Ends.Done(await tracker.PostAsync(mefp, Code, Report, command, read));
        var lines = await tracker.LineCountAsync();
        Ends.Done(await tracker.PostAsync(mefp, Code, Report, command, read));
        Ends.Done(await tracker.PostAsync(mefp, Code, Report, command, read));
        Assert.Equal(lines, await tracker.LineCountAsync());

        var record = await tracker.RecordAsync(Code);
        var update = Assert.Single(record.Updates);
        Assert.Equal((ImplementationStatus.InProgress, 40), (record.Status, record.Percent));
        Assert.Equal(
            ("MEFP", mefp.Name, tracker.Clock.Now),
            (update.Organisation.Code, update.Author, update.At)
        );
        Assert.Equal(("2020-Q4", UpdateKind.Update), (update.Period, update.Kind));
        Assert.Equal(
            ("funding", Report.BlockedByWhom),
            (record.BlockedBy?.Code, record.BlockedByWhom)
        );
    }

    [Fact]
    public async Task Five_at_once_under_one_id_take_effect_once()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var mefp = await tracker.FocalPointAsync("MEFP");
        var (read, command) = (await tracker.VersionAsync(Code), Guid.CreateVersion7());
        var ends = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => tracker.PostAsync(mefp, Code, Report, command, read))
        );
        Assert.All(ends, Ends.Done);
        Assert.Single((await tracker.RecordAsync(Code)).Updates);
    }

    [Fact]
    public async Task The_same_id_with_another_content_or_from_somebody_else_is_refused()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var mefp = await tracker.FocalPointAsync("MEFP");
        var colleague = await tracker.FocalPointAsync("MEFP");
        var command = Guid.CreateVersion7();
        Ends.Done(await tracker.PostAsync(mefp, Code, Report, command));
        var before = await tracker.LineCountAsync();
        Ends.Refused(
            Refusal.CommandReused,
            await tracker.PostAsync(mefp, Code, Report with { Text = "Autre" }, command)
        );
        Ends.Refused(
            Refusal.CommandReused,
            await tracker.PostAsync(colleague, Code, Report, command)
        );
        Assert.Equal(before, await tracker.LineCountAsync());
    }

    [Fact]
    public async Task A_supporting_organisation_contributes_and_changes_nothing_of_the_lead()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var anpe = await tracker.FocalPointAsync("ANPE");
        var before = await tracker.RecordAsync(Code);
        Ends.Refused(Refusal.LeadOnly, await tracker.PostAsync(anpe, Code, Report));
        Ends.Refused(
            Refusal.LeadOnly,
            await tracker.DueAsync(anpe, Code, new DateOnly(2022, 1, 1))
        );
        Ends.Refused(
            Refusal.LeadOnly,
            await tracker.PostAsync(anpe, Code, new UpdateEntry { Text = "x", Percent = 5 })
        );
        Ends.Done(
            await tracker.PostAsync(
                anpe,
                Code,
                new UpdateEntry { Text = "Fichier des jeunes formés transmis" }
            )
        );
        var after = await tracker.RecordAsync(Code);
        var contribution = Assert.Single(after.Updates);
        Assert.Equal(
            (UpdateKind.Contribution, "ANPE"),
            (contribution.Kind, contribution.Organisation.Code)
        );
        Assert.Equal(
            (before.Status, before.Percent, before.DueDate, before.LastUpdateOn),
            (after.Status, after.Percent, after.DueDate, after.LastUpdateOn)
        );
        var stranger = await tracker.FocalPointAsync("MEF");
        Ends.Refused(
            Refusal.LeadOnly,
            await tracker.PostAsync(stranger, Code, new UpdateEntry { Text = "x" })
        );
    }

    [Fact]
    public async Task Nothing_new_counts_as_an_update_and_a_correction_names_what_it_corrects()
    {
        await using var tracker = await TestTracker.KayesAsync(today: new DateOnly(2021, 1, 8));
        var mefp = await tracker.FocalPointAsync("MEFP");
        tracker.ItIsNow(new DateOnly(2021, 6, 1));
        Assert.Equal(Flags.Stale, (await tracker.RecordAsync(Code)).Flags);
        Ends.Invalid(await tracker.PostAsync(mefp, Code, new UpdateEntry()), "Text Required");
        Ends.Done(await tracker.PostAsync(mefp, Code, new UpdateEntry { NothingNew = true }));
        var record = await tracker.RecordAsync(Code);
        Assert.Equal((Flags.None, new DateOnly(2021, 6, 1)), (record.Flags, record.LastUpdateOn));
        Ends.Done(await tracker.PostAsync(mefp, Code, new UpdateEntry { Text = "12 jeunes" }));
        var wrong = (await tracker.RecordAsync(Code)).Updates[0];
        Ends.Done(
            await tracker.PostAsync(
                mefp,
                Code,
                new UpdateEntry { Text = "120 jeunes", Corrects = wrong.Id }
            )
        );
        var updates = (await tracker.RecordAsync(Code)).Updates;
        Assert.Equal((3, wrong.Id), (updates.Count, updates[0].Corrects));
        Ends.Invalid(
            await tracker.PostAsync(
                mefp,
                Code,
                new UpdateEntry { Text = "x", Corrects = Guid.CreateVersion7() }
            ),
            "Corrects Unknown"
        );
    }

    [Fact]
    public async Task Where_nothing_is_new_what_blocked_still_does()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var mefp = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await tracker.PostAsync(mefp, Code, Report));
        Ends.Done(await tracker.PostAsync(mefp, Code, new UpdateEntry { NothingNew = true }));
        Assert.Equal("funding", (await tracker.RecordAsync(Code)).BlockedBy?.Code);
        Ends.Done(await tracker.PostAsync(mefp, Code, new UpdateEntry { Text = "Débloqué" }));
        Assert.Null((await tracker.RecordAsync(Code)).BlockedBy);
    }

    [Fact]
    public async Task A_coordinator_writes_for_the_lead_or_a_partner_and_both_names_stay()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(
            await tracker.PostAsync(coordinator, Code, new UpdateEntry { Text = "Par téléphone" })
        );
        Ends.Done(
            await tracker.PostAsync(
                coordinator,
                Code,
                new UpdateEntry { Text = "Par lettre", Organisation = "ANPE" }
            )
        );
        var updates = (await tracker.RecordAsync(Code)).Updates;
        Assert.Equal(
            [("ANPE", UpdateKind.Contribution, true), ("MEFP", UpdateKind.Update, true)],
            updates.Select(u => (u.Organisation.Code, u.Kind, u.OnBehalf)).OrderBy(u => u.Code)
        );
        Assert.Equal(
            ["ANPE", "MEFP"],
            (await tracker.ActsAsync(coordinator, Code))
                .Where(a => a.OnBehalfOf is not null)
                .Select(a => a.OnBehalfOf)
                .Order()
        );
        Ends.Invalid(
            await tracker.PostAsync(
                coordinator,
                Code,
                new UpdateEntry { Text = "x", Organisation = "MEF" }
            ),
            "Organisation Unknown"
        );
    }

    [Fact]
    public async Task A_draft_is_its_authors_alone_and_goes_with_the_save_it_was_for()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var (mefp, colleague) = (
            await tracker.FocalPointAsync("MEFP"),
            await tracker.FocalPointAsync("MEFP")
        );
        var (drafts, kept) = (tracker.Of<DraftCommands>(), tracker.Of<DraftQueries>());
        var (form, command) = (DraftForms.Update(Code), Guid.CreateVersion7());
        var typed = new Dictionary<string, string>
        {
            ["Input.Text"] = "Première ph",
            [DraftForms.CommandField] = command.ToString(),
        };
        Ends.Done(await drafts.KeepAsync(mefp, form, typed, Cancellation));
        typed["Input.Text"] = "Première phrase";
        Ends.Done(await drafts.KeepAsync(mefp, form, typed, Cancellation));
        Assert.Equal(
            "Première phrase",
            (await kept.FindAsync(mefp, form, Cancellation))!["Input.Text"]
        );
        Assert.Null(await kept.FindAsync(colleague, form, Cancellation));
        Ends.Done(await tracker.PostAsync(mefp, Code, Report, command));
        Assert.Null(await kept.FindAsync(mefp, form, Cancellation));
        Assert.True(await kept.IsSavedAsync(mefp, command, Cancellation));
        Assert.False(await kept.IsSavedAsync(colleague, command, Cancellation));
        // Late on its way, it comes after the save.
        Ends.Done(await drafts.KeepAsync(mefp, form, typed, Cancellation));
        Assert.Null(await kept.FindAsync(mefp, form, Cancellation));
    }

    [Fact]
    public async Task Signing_out_throws_all_drafts_away_and_too_long_a_text_is_said()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var mefp = await tracker.FocalPointAsync("MEFP");
        var drafts = tracker.Of<DraftCommands>();
        Ends.Done(
            await drafts.KeepAsync(
                mefp,
                DraftForms.Update(Code),
                new Dictionary<string, string> { ["Input.Text"] = "x" },
                Cancellation
            )
        );
        Ends.Done(await drafts.DiscardAllAsync(mefp, Cancellation));
        Assert.Null(
            await tracker.Of<DraftQueries>().FindAsync(mefp, DraftForms.Update(Code), Cancellation)
        );
        var much = new Dictionary<string, string>
        {
            ["Input.Text"] = new string('a', DraftText.Longest),
        };
        Ends.Invalid(
            await drafts.KeepAsync(mefp, DraftForms.Update(Code), much, Cancellation),
            "Fields TooLong"
        );
        var donor = await tracker.PersonAsync(Role.DonorViewer, "FFU");
        Ends.Refused(
            Refusal.ReadOnlyRole,
            await drafts.KeepAsync(donor, DraftForms.Update(Code), much, Cancellation)
        );
    }
}
