using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Evidence;
using Tracker.Data.Evidence;
using Tracker.Tests.Given;

namespace Tracker.Tests.Evidence;

public sealed class UploadTests
{
    /// <summary>Led by MEFP.</summary>
    private const string Code = "KAY-2020-05";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static byte[] File { get; } =
        MadeFiles.Bytes(string.Concat(Enumerable.Range(0, 1000).Select(i => $"ligne {i}\n")));

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task A_file_in_parts_becomes_evidence_once_it_is_whole(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var lead = await tracker.FocalPointAsync("MEFP");
        var id = await BeginAsync(tracker, lead, "suivi.csv", File.Length);

        Ends.Done(await AppendAsync(tracker, lead, id, 0, File[..4000]));
        // What had come comes again; what is ahead of the rest waits for it.
        Ends.Done(await AppendAsync(tracker, lead, id, 0, File[..4000]));
        Assert.IsType<Outcome.Conflict>(await AppendAsync(tracker, lead, id, 4001, File[4001..]));
        Assert.Equal(4000, (await StateAsync(tracker, lead, id))!.Received);
        Ends.Invalid(await FinishAsync(tracker, lead, id), "File FileCut");
        Ends.Done(await AppendAsync(tracker, lead, id, 4000, File[4000..]));
        Assert.True((await StateAsync(tracker, lead, id))!.IsWhole);
        Assert.Empty(await tracker.PiecesAsync(lead, Code));
        var form = Guid.CreateVersion7();
        Ends.Done(await FinishAsync(tracker, lead, id, form));
        Ends.Done(await FinishAsync(tracker, lead, id, form));

        var piece = (await tracker.PieceAsync(Code)).Current;
        Assert.Equal(File, await tracker.ReadAsync(lead, piece.Id));
        Assert.Null(await StateAsync(tracker, lead, id));
        Assert.Single(tracker.OnDisk());
        Ends.Invalid(await FinishAsync(tracker, lead, id), "File FileCut");
    }

    [Fact]
    public async Task The_same_form_sent_five_times_at_once_attaches_once()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        var id = await BeginAsync(tracker, lead, "suivi.csv", File.Length);
        Ends.Done(await AppendAsync(tracker, lead, id, 0, File));
        var form = Guid.CreateVersion7();

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => Task.Run(() => FinishAsync(tracker, lead, id, form)))
        );

        Assert.All(outcomes, Ends.Done);
        Assert.Equal(
            File,
            await tracker.ReadAsync(lead, (await tracker.PieceAsync(Code)).Current.Id)
        );
        Assert.Single(tracker.OnDisk());
    }

    [Fact]
    public async Task A_part_that_was_cut_is_as_if_it_had_not_come()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        var id = await BeginAsync(tracker, lead, "suivi.csv", File.Length);
        Ends.Done(await AppendAsync(tracker, lead, id, 0, File[..3000]));

        var cut = new CutStream(File[3000..5000], new IOException("The line was cut."));
        Ends.Invalid(
            await tracker.Of<UploadCommands>().AppendAsync(lead, id, 3000, cut, Cancellation),
            "File FileCut"
        );
        var full = new CutStream(File[3000..5000], CutStream.DiskFull);
        Ends.Invalid(
            await tracker.Of<UploadCommands>().AppendAsync(lead, id, 3000, full, Cancellation),
            "File DiskFull"
        );
        var gone = new CutStream(File[3000..5000], new OperationCanceledException());
        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            tracker.Of<UploadCommands>().AppendAsync(lead, id, 3000, gone, Cancellation)
        );

        Assert.Equal(3000, (await StateAsync(tracker, lead, id))!.Received);
        Ends.Done(await AppendAsync(tracker, lead, id, 3000, File[3000..]));
        Ends.Done(await FinishAsync(tracker, lead, id));
        Assert.Equal(
            File,
            await tracker.ReadAsync(lead, (await tracker.PieceAsync(Code)).Current.Id)
        );
    }

    [Fact]
    public async Task Nobody_else_knows_of_it()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        var id = await BeginAsync(tracker, lead, "suivi.csv", File.Length);
        Actor[] others =
        [
            await tracker.FocalPointAsync("MEFP"),
            await tracker.CoordinatorAsync(),
            await tracker.PersonAsync(Role.Admin, "PRIM"),
            Actor.Anonymous,
        ];

        foreach (var other in others)
        {
            Assert.Null(await StateAsync(tracker, other, id));
            Ends.NotFound(await AppendAsync(tracker, other, id, 0, File));
            Ends.NotFound(await tracker.Of<UploadCommands>().DiscardAsync(other, id, Cancellation));
        }
        Ends.Done(await AppendAsync(tracker, lead, id, 0, File));
        Ends.Invalid(await FinishAsync(tracker, others[0], id), "File FileCut");
        Ends.Done(await tracker.Of<UploadCommands>().DiscardAsync(lead, id, Cancellation));
        Assert.Empty(tracker.OnDisk());
    }

    [Fact]
    public async Task What_can_never_be_evidence_is_refused_before_or_thrown_away_after()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        var uploads = tracker.Of<UploadCommands>();
        Ends.Invalid(
            await uploads.BeginAsync(lead, Code, "a.exe", 10, Cancellation),
            "File FileKind"
        );
        Ends.Invalid(
            await uploads.BeginAsync(lead, Code, "a.pdf", 0, Cancellation),
            "File FileEmpty"
        );
        Ends.Invalid(
            await uploads.BeginAsync(lead, Code, "a.pdf", long.MaxValue, Cancellation),
            "File FileTooLarge"
        );
        Ends.NotFound(await uploads.BeginAsync(lead, "KAY-2020-99", "a.pdf", 10, Cancellation));
        Ends.Refused(
            Refusal.LeadOnly,
            await uploads.BeginAsync(
                await tracker.FocalPointAsync("DGME"),
                Code,
                "a.pdf",
                10,
                Cancellation
            )
        );
        Ends.Refused(
            Refusal.SignInFirst,
            await uploads.BeginAsync(Actor.Anonymous, Code, "a.pdf", 10, Cancellation)
        );
        Assert.Empty(tracker.OnDisk());

        var id = await BeginAsync(tracker, lead, "a.pdf", 6);
        Ends.Invalid(
            await AppendAsync(tracker, lead, id, 0, MadeFiles.Bytes("<html>more")),
            "File FileTooLarge"
        );
        Ends.Done(await AppendAsync(tracker, lead, id, 0, MadeFiles.Bytes("<html>")));
        Ends.Invalid(await FinishAsync(tracker, lead, id), "File FileKind");
        Assert.Empty(tracker.OnDisk());
        Assert.Null(await StateAsync(tracker, lead, id));
        Assert.Empty(await tracker.PiecesAsync(lead, Code));
    }

    [Fact]
    public async Task A_person_has_a_few_under_way_and_the_oldest_gives_way()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        var first = await BeginAsync(tracker, lead, "a.csv", 10);
        for (var more = 0; more < EvidenceLimits.UploadsOfPerson; more++)
        {
            tracker.Time.Advance(TimeSpan.FromSeconds(1));
            await BeginAsync(tracker, lead, "b.csv", 10);
        }

        Assert.Null(await StateAsync(tracker, lead, first));
        Assert.Equal(EvidenceLimits.UploadsOfPerson, tracker.OnDisk().Count);
        Assert.Equal(EvidenceLimits.UploadsOfPerson, await tracker.UploadCountAsync());
    }

    [Fact]
    public async Task What_no_row_names_is_swept_out_after_a_day_and_nothing_else_is()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await tracker.AttachFileAsync(lead, Code, "a.csv", File));
        var stale = await BeginAsync(tracker, lead, "stale.csv", File.Length);
        tracker.Time.Advance(TimeSpan.FromHours(25));
        var fresh = await BeginAsync(tracker, lead, "fresh.csv", File.Length);
        var kept = tracker.OnDisk();
        Assert.Equal(3, kept.Count);
        Plant("incoming/" + new string('a', 40));
        Plant("bb/" + new string('b', 40));
        Plant("bb/" + new string('c', 40), fresh: true);
        Plant("readme");
        foreach (var path in kept)
        {
            Age(path);
        }

        var swept = await tracker.Of<UploadCommands>().SweepAsync(Actor.Worker, Cancellation);

        Assert.Equal(new Outcome.Done("3"), swept);
        Assert.Equal(
            ["bb/" + new string('c', 40), "readme"],
            tracker.OnDisk().Except(kept, StringComparer.Ordinal)
        );
        Assert.Equal(2, tracker.OnDisk().Intersect(kept, StringComparer.Ordinal).Count());
        Assert.Null(await StateAsync(tracker, lead, stale));
        Assert.NotNull(await StateAsync(tracker, lead, fresh));
        Assert.NotNull(await tracker.ReadAsync(lead, (await tracker.PieceAsync(Code)).Current.Id));
        Ends.Refused(
            Refusal.AdministratorOnly,
            await tracker.Of<UploadCommands>().SweepAsync(lead, Cancellation)
        );

        void Plant(string path, bool fresh = false)
        {
            tracker.Files.CreateSubdirectory(
                Path.GetDirectoryName(path) is { Length: > 0 } f ? f : "x"
            );
            System.IO.File.WriteAllText(Path.Combine(tracker.Files.FullName, path), "x");
            if (!fresh)
            {
                Age(path);
            }
        }

        void Age(string path) =>
            System.IO.File.SetLastWriteTimeUtc(
                Path.Combine(tracker.Files.FullName, path),
                tracker.Clock.Now.AddDays(-2)
            );
    }

    private static async Task<Guid> BeginAsync(
        TestTracker tracker,
        Actor actor,
        string name,
        long size
    ) =>
        Guid.Parse(
            Assert
                .IsType<Outcome.Done>(
                    await tracker
                        .Of<UploadCommands>()
                        .BeginAsync(actor, Code, name, size, Cancellation)
                )
                .Code
        );

    private static Task<Outcome> AppendAsync(
        TestTracker tracker,
        Actor actor,
        Guid id,
        long offset,
        byte[] part
    ) =>
        tracker
            .Of<UploadCommands>()
            .AppendAsync(actor, id, offset, new MemoryStream(part), Cancellation);

    private static Task<Outcome> FinishAsync(
        TestTracker tracker,
        Actor actor,
        Guid id,
        Guid? form = null
    ) =>
        tracker
            .Of<EvidenceCommands>()
            .AttachUploadAsync(actor, Code, id, Showing.Entry(), null, form, Cancellation);

    private static Task<UploadState?> StateAsync(TestTracker tracker, Actor actor, Guid id) =>
        tracker.Of<UploadQueries>().FindAsync(actor, id, Cancellation);
}
