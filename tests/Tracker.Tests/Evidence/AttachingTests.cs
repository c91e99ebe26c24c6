using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Evidence;
using Tracker.Core.Recommendations;
using Tracker.Data.Storage;
using Tracker.Tests.Given;

namespace Tracker.Tests.Evidence;

public sealed class AttachingTests
{
    /// <summary>Led by MEFP, supported by ANPE.</summary>
    private const string Code = "KAY-2020-05";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task A_file_is_kept_whole_under_a_name_of_its_own(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var lead = await tracker.FocalPointAsync("MEFP");
        var entry = Showing.Entry() with { Note = " Signé. ", DatedOn = new(2020, 12, 20) };
        var before = await tracker.VersionAsync(Code);
        tracker.ItIsNow(new DateOnly(2021, 1, 11));

        Ends.Done(
            await tracker.AttachFileAsync(lead, Code, "../Décret n° 12.PDF", MadeFiles.Pdf(), entry)
        );

        var piece = (await tracker.PieceAsync(Code)).Current;
        Assert.Equal(
            ("Décret n° 12.PDF", "Décret signé", "Signé.", EvidenceKind.Decree, "MEFP", lead.Name),
            (
                piece.FileName,
                piece.Title,
                piece.Note,
                piece.Kind,
                piece.Organisation.Code,
                piece.Author
            )
        );
        Assert.Equal(new DateOnly(2020, 12, 20), piece.DatedOn);
        Assert.Equal(MadeFiles.Pdf(), await tracker.ReadAsync(lead, piece.Id));
        var path = Assert.Single(tracker.OnDisk());
        Assert.Matches("^[0-9a-f]{2}/[0-9a-f]{40}$", path.Replace('\\', '/'));
        await using var context = tracker.Of<Contexts>().Open();
        var row = await context.Evidence.SingleAsync(Cancellation);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(MadeFiles.Pdf())), row.Sha256);
        Assert.Equal("application/pdf", row.ContentType);
        Assert.True(await tracker.VersionAsync(Code) > before);
        Assert.Equal(1, (await tracker.RecordAsync(Code)).EvidenceCount);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(Path.Combine(tracker.Files.FullName, path))
            );
        }
    }

    [Fact]
    public async Task Who_attaches_speaks_for_an_organisation()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.AttachLinkAsync(coordinator, Code));
        var partner = await tracker.FocalPointAsync("ANPE");
        Ends.Done(await tracker.AttachLinkAsync(partner, Code));

        var pieces = await tracker.PiecesAsync(Actor.Worker, Code);

        Assert.Equal(
            [("ANPE", false, partner.Name), ("MEFP", true, coordinator.Name)],
            pieces
                .Select(p => (p.Current.Organisation.Code, p.Current.OnBehalf, p.Current.Author!))
                .OrderBy(p => p.Code)
        );
        var lines = await tracker.LinesAsync();
        Assert.Equal("MEFP", lines.First(l => l.Kind == "evidence").OnBehalfOf);
        Assert.Null(lines.Last(l => l.Kind == "evidence").OnBehalfOf);
    }

    [Theory]
    [InlineData(Role.FocalPoint, "DGME", Refusal.LeadOnly)]
    [InlineData(Role.Analyst, "MEFP", Refusal.ReadOnlyRole)]
    [InlineData(Role.DonorViewer, "FFU", Refusal.ReadOnlyRole)]
    public async Task Others_are_refused_and_nothing_of_their_file_stays(
        Role role,
        string organisation,
        Refusal reason
    )
    {
        await using var tracker = await TestTracker.KayesAsync();
        var actor = await tracker.PersonAsync(role, organisation);
        var before = await tracker.LineCountAsync();

        Ends.Refused(reason, await tracker.AttachLinkAsync(actor, Code));
        Ends.Refused(reason, await tracker.AttachFileAsync(actor, Code, "a.pdf", MadeFiles.Pdf()));

        Assert.Empty(tracker.OnDisk());
        Assert.Equal(before, await tracker.LineCountAsync());
    }

    [Fact]
    public async Task What_is_closed_takes_no_evidence()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        await tracker.StateAsync(r => r.Status = ImplementationStatus.Verified, Code);
        Ends.Refused(Refusal.Closed, await tracker.AttachLinkAsync(lead, Code));
        await tracker.StateAsync(r => r.Status = ImplementationStatus.InProgress, Code);
        await tracker.StateAsync(r => r.Acceptance = Acceptance.NotAccepted, Code);
        Ends.Refused(Refusal.NotAccepted, await tracker.AttachLinkAsync(lead, Code));
        Ends.NotFound(await tracker.AttachLinkAsync(lead, "KAY-2020-99"));
    }

    [Theory]
    [InlineData("a.pdf", "<html>", "File FileKind")]
    [InlineData("a.svg", "<svg/>", "File FileKind")]
    [InlineData("a.txt", "", "File FileEmpty")]
    public async Task A_file_of_the_wrong_kind_leaves_nothing(
        string name,
        string content,
        string fault
    )
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");

        Ends.Invalid(
            await tracker.AttachFileAsync(lead, Code, name, MadeFiles.Bytes(content)),
            fault
        );

        Assert.Empty(tracker.OnDisk());
        Assert.Empty(await tracker.PiecesAsync(lead, Code));
    }

    [Fact]
    public async Task A_file_too_large_a_cut_line_and_a_full_disk_leave_nothing()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        var some = new byte[200_000];
        Stream[] streams =
        [
            new MemoryStream(new byte[EvidenceLimits.LargestFile + 1]),
            new CutStream(some, new IOException("The line was cut.")),
            new CutStream(some, CutStream.DiskFull),
        ];
        string[] faults = ["File FileTooLarge", "File FileCut", "File DiskFull"];

        foreach (var (stream, fault) in streams.Zip(faults))
        {
            Ends.Invalid(await tracker.AttachFileAsync(lead, Code, "a.txt", stream), fault);
            Assert.Empty(tracker.OnDisk());
        }
        var givenUp = new CutStream(some, new OperationCanceledException());
        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            tracker.AttachFileAsync(lead, Code, "a.txt", givenUp)
        );
        Assert.Empty(tracker.OnDisk());
        Assert.Empty(await tracker.PiecesAsync(lead, Code));
    }

    [Fact]
    public async Task The_same_form_sent_twice_attaches_once_and_keeps_one_file()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        var form = Guid.CreateVersion7();

        for (var time = 0; time < 3; time++)
        {
            Ends.Done(
                await tracker.AttachFileAsync(lead, Code, "a.pdf", MadeFiles.Pdf(), commandId: form)
            );
        }

        Assert.Single(tracker.OnDisk());
        await tracker.PieceAsync(Code);
        Ends.Refused(
            Refusal.CommandReused,
            await tracker.AttachFileAsync(
                lead,
                Code,
                "a.pdf",
                MadeFiles.Pdf("autre"),
                commandId: form
            )
        );
        Assert.Single(tracker.OnDisk());
    }

    [Fact]
    public async Task Room_ends_for_a_person_and_for_an_organisation()
    {
        await using var tracker = await TestTracker.KayesAsync(
            limits: new EvidenceLimits(OfOrganisation: 2500, OfPerson: 1500)
        );
        var (first, second) = (
            await tracker.FocalPointAsync("MEFP"),
            await tracker.FocalPointAsync("MEFP")
        );
        var file = MadeFiles.Bytes(new string('a', 1000));

        Ends.Done(await tracker.AttachFileAsync(first, Code, "a.txt", file));
        Ends.Invalid(await tracker.AttachFileAsync(first, Code, "b.txt", file), "File QuotaFull");
        Ends.Done(await tracker.AttachFileAsync(second, Code, "c.txt", file));
        var third = await tracker.FocalPointAsync("MEFP");
        Ends.Invalid(await tracker.AttachFileAsync(third, Code, "d.txt", file), "File QuotaFull");

        Assert.Equal(2, tracker.OnDisk().Count);
    }
}
