using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Comments;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Comments;
using Tracker.Data.MyWork;
using Tracker.Tests.Given;

namespace Tracker.Tests.Comments;

public sealed class CommentTests
{
    /// <summary>Led by MEFP, supported by ANPE.</summary>
    private const string Code = "KAY-2020-05";

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Comments_are_read_newest_first_with_who_wrote_them(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var lead = await tracker.FocalPointAsync("MEFP");
        var supporting = await tracker.FocalPointAsync("ANPE");
        Ends.Done(await WriteAsync(tracker, lead, " Le cabinet attend. "));
        tracker.ItIsNow(new DateOnly(2021, 1, 9));
        Ends.Done(await WriteAsync(tracker, supporting, "Nous avons les chiffres."));

        var read = await OfAsync(tracker, await tracker.CoordinatorAsync());

        Assert.Equal(
            [
                ("ANPE", "FocalPoint ANPE", "Nous avons les chiffres."),
                ("MEFP", "FocalPoint MEFP", "Le cabinet attend."),
            ],
            read.Select(c => (c.Organisation.Code, c.Author!, c.Text))
        );
    }

    [Fact]
    public async Task Organisations_are_named_by_code_or_by_the_acronym_of_today()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");

        Ends.Done(await WriteAsync(tracker, lead, "@iom, @CRK et @CS-PONAM : voir @INCONNU."));

        var comment = Assert.Single(await OfAsync(tracker, lead));
        Assert.Equal(["CR-KAY", "CS-PONAM", "OIM-ML"], comment.Mentions.Select(m => m.Code));
        Assert.Equal("@iom, @CRK et @CS-PONAM : voir @INCONNU.", comment.Text);
    }

    [Fact]
    public async Task Who_is_mentioned_reads_it_in_their_work_for_thirty_days()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        var mentioned = await tracker.FocalPointAsync("DGME");
        var other = await tracker.FocalPointAsync("CTC");
        var analyst = await tracker.PersonAsync(Role.Analyst, "DGME");
        Ends.Done(await WriteAsync(tracker, lead, "Un avis de la @DGME ?"));

        var mention = Assert.Single(await MentionsAsync(tracker, mentioned));
        Assert.Equal((Code, "MEFP"), (mention.Code, mention.Comment.Organisation.Code));
        Assert.Empty(await MentionsAsync(tracker, other));
        Assert.Empty(await MentionsAsync(tracker, analyst));
        tracker.ItIsNow(new DateOnly(2021, 2, 8));
        Assert.Empty(await MentionsAsync(tracker, mentioned));
    }

    [Fact]
    public async Task Nothing_of_the_recommendation_moves()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        var before = await tracker.VersionAsync(Code);

        Ends.Done(await WriteAsync(tracker, lead, "Entre nous."));

        Assert.Equal(before, await tracker.VersionAsync(Code));
        Assert.Equal(
            0,
            (await tracker.ListAsync(lead, "changed_after=2021-01-08&q=" + Code)).Total
        );
    }

    [Theory]
    [InlineData(Role.FocalPoint, "MEFP", null)]
    [InlineData(Role.FocalPoint, "ANPE", null)]
    [InlineData(Role.IomCoordinator, "OIM-ML", null)]
    [InlineData(Role.Admin, "PRIM", null)]
    [InlineData(Role.FocalPoint, "MEF", Refusal.LeadOnly)]
    [InlineData(Role.Analyst, "MEFP", Refusal.ReadOnlyRole)]
    [InlineData(Role.DonorViewer, "FFU", Refusal.ReadOnlyRole)]
    public async Task Those_who_work_on_it_write(Role role, string organisation, Refusal? refusal)
    {
        await using var tracker = await TestTracker.KayesAsync();
        var actor = await tracker.PersonAsync(role, organisation);
        var lines = await tracker.LineCountAsync();

        var end = await WriteAsync(tracker, actor, "Un mot.");

        if (refusal is { } reason)
        {
            Ends.Refused(reason, end);
            Assert.Equal(lines, await tracker.LineCountAsync());
        }
        else
        {
            Ends.Done(end);
        }
    }

    [Fact]
    public async Task A_form_sent_twice_writes_one_and_an_empty_one_none()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        var id = Guid.CreateVersion7();

        Ends.Done(await WriteAsync(tracker, lead, "Une fois.", id));
        Ends.Done(await WriteAsync(tracker, lead, "Une fois.", id));
        Ends.Invalid(await WriteAsync(tracker, lead, " "), "Text Required");

        Assert.Single(await OfAsync(tracker, lead));
    }

    [Fact]
    public async Task Archived_ones_take_no_word()
    {
        await using var tracker = await TestTracker.KayesAsync();
        await tracker.StateAsync(r => r.Publication = Publication.Archived, Code);

        Ends.Refused(
            Refusal.Archived,
            await WriteAsync(tracker, await tracker.CoordinatorAsync(), "Trop tard.")
        );
    }

    private static Task<IReadOnlyList<CommentLine>> OfAsync(TestTracker tracker, Actor actor) =>
        tracker.Of<CommentQueries>().OfAsync(actor, Code, Patience);

    private static async Task<IReadOnlyList<MentionLine>> MentionsAsync(
        TestTracker tracker,
        Actor actor
    ) => (await tracker.Of<MyWorkQueries>().OfAsync(actor, Patience)).Mentions;

    private static Task<Outcome> WriteAsync(
        TestTracker tracker,
        Actor actor,
        string text,
        Guid? command = null
    ) =>
        tracker.Of<CommentCommands>().WriteAsync(actor, Code, text, Language.Fr, command, Patience);
}
