using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Evidence;
using Tracker.Core.Recommendations;
using Tracker.Data.Evidence;
using Tracker.Tests.Given;

namespace Tracker.Tests.Evidence;

public sealed class VersionsTests
{
    /// <summary>Led by MEFP, supported by ANPE.</summary>
    private const string Code = "KAY-2020-05";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task What_is_replaced_stays_readable_under_what_replaced_it(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await tracker.AttachFileAsync(lead, Code, "projet.pdf", MadeFiles.Pdf("Projet")));
        var first = (await tracker.PieceAsync(Code)).Current;

        Ends.Done(
            await tracker.AttachFileAsync(
                lead,
                Code,
                "signé.pdf",
                MadeFiles.Pdf("Signé"),
                Showing.Entry("Décret publié"),
                first.Id
            )
        );

        var piece = await tracker.PieceAsync(Code);
        Assert.Equal(("Décret publié", 2), (piece.Current.Title, piece.Current.Number));
        Assert.Equal(first.Id, Assert.Single(piece.Earlier).Id);
        Assert.Equal(MadeFiles.Pdf("Projet"), await tracker.ReadAsync(lead, first.Id));
        Assert.Equal(MadeFiles.Pdf("Signé"), await tracker.ReadAsync(lead, piece.Current.Id));
        Assert.Equal(1, (await tracker.RecordAsync(Code)).EvidenceCount);
        // A form opened on the first version comes too late.
        Assert.IsType<Outcome.Conflict>(
            await tracker.AttachLinkAsync(lead, Code, replaces: first.Id)
        );
        Ends.NotFound(await tracker.AttachLinkAsync(lead, Code, replaces: Guid.CreateVersion7()));
        Ends.NotFound(
            await tracker.AttachLinkAsync(
                await tracker.CoordinatorAsync(),
                "KAY-2020-06",
                replaces: piece.Current.Id
            )
        );
    }

    [Fact]
    public async Task Who_did_not_attach_it_neither_replaces_nor_withdraws_it()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await tracker.AttachLinkAsync(lead, Code));
        var id = (await tracker.PieceAsync(Code)).Current.Id;
        var partner = await tracker.FocalPointAsync("ANPE");
        var stranger = await tracker.FocalPointAsync("DGME");

        Ends.Refused(
            Refusal.CoordinationOnly,
            await tracker.AttachLinkAsync(partner, Code, replaces: id)
        );
        Ends.Refused(
            Refusal.CoordinationOnly,
            await WithdrawAsync(tracker, partner, id, "Doublon")
        );
        Ends.Refused(
            Refusal.LeadOnly,
            await ShareAsync(tracker, partner, id, EvidenceVisibility.Shared)
        );
        Ends.Refused(Refusal.LeadOnly, await WithdrawAsync(tracker, stranger, id, "Doublon"));
        Ends.Refused(
            Refusal.LeadOnly,
            await ShareAsync(tracker, stranger, id, EvidenceVisibility.Shared)
        );

        var seen = Assert.Single(await tracker.PiecesAsync(partner, Code));
        Assert.False(seen.MayReplace || seen.MayWithdraw || seen.MayShare);
        var own = Assert.Single(await tracker.PiecesAsync(lead, Code));
        Assert.True(own.MayReplace && own.MayWithdraw && own.MayShare);
    }

    [Fact]
    public async Task What_is_withdrawn_is_for_the_coordination_and_the_lead_and_counts_no_more()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var partner = await tracker.FocalPointAsync("ANPE");
        Ends.Done(
            await tracker.AttachFileAsync(
                partner,
                Code,
                "a.pdf",
                MadeFiles.Pdf(),
                Showing.Entry(visibility: EvidenceVisibility.Shared)
            )
        );
        var id = (await tracker.PieceAsync(Code)).Current.Id;
        Ends.Invalid(await WithdrawAsync(tracker, partner, id, " "), "Reason ReasonRequired");
        Ends.Invalid(
            await WithdrawAsync(tracker, partner, id, new string('x', 1001)),
            "Reason TooLong"
        );

        Ends.Done(await WithdrawAsync(tracker, partner, id, "D’un autre atelier"));

        Assert.Equal(0, (await tracker.RecordAsync(Code)).EvidenceCount);
        var lead = await tracker.FocalPointAsync("MEFP");
        foreach (var actor in new[] { lead, await tracker.CoordinatorAsync() })
        {
            var piece = Assert.Single(await tracker.PiecesAsync(actor, Code));
            Assert.Equal("D’un autre atelier", piece.WithdrawnBecause);
            Assert.False(piece.MayReplace || piece.MayWithdraw || piece.MayShare);
            Assert.NotNull(await tracker.ReadAsync(actor, id));
        }
        foreach (
            var actor in new[]
            {
                partner,
                await tracker.FocalPointAsync("DGME"),
                await tracker.PersonAsync(Role.Analyst, "INSTAT"),
                await tracker.PersonAsync(Role.DonorViewer, "FFU"),
            }
        )
        {
            Assert.Empty(await tracker.PiecesAsync(actor, Code));
            Assert.Null(await tracker.ReadAsync(actor, id));
        }
        Assert.IsType<Outcome.Conflict>(await WithdrawAsync(tracker, partner, id, "Encore"));
    }

    [Fact]
    public async Task Readers_see_what_is_shared_and_nothing_else()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await tracker.AttachFileAsync(lead, Code, "a.pdf", MadeFiles.Pdf()));
        var id = (await tracker.PieceAsync(Code)).Current.Id;
        var donor = await tracker.PersonAsync(Role.DonorViewer, "FFU");
        var analyst = await tracker.PersonAsync(Role.Analyst, "INSTAT");
        var stranger = await tracker.FocalPointAsync("DGME");
        Actor[] readers = [donor, analyst];
        Assert.NotNull(await tracker.ReadAsync(stranger, id));
        foreach (var reader in readers)
        {
            Assert.NotNull(await tracker.FindAsync(reader, Code));
            Assert.Empty(await tracker.PiecesAsync(reader, Code));
            Assert.Null(await tracker.ReadAsync(reader, id));
        }

        Ends.Done(await ShareAsync(tracker, lead, id, EvidenceVisibility.Shared));
        foreach (var reader in readers)
        {
            var piece = Assert.Single(await tracker.PiecesAsync(reader, Code));
            Assert.Null(piece.Current.Author);
            Assert.False(piece.MayReplace || piece.MayWithdraw || piece.MayShare);
            Assert.NotNull(await tracker.ReadAsync(reader, id));
        }

        // The next version is internal: the piece is no longer theirs, whatever was shared before.
        Ends.Done(
            await tracker.AttachFileAsync(lead, Code, "b.pdf", MadeFiles.Pdf("2"), replaces: id)
        );
        Assert.Empty(await tracker.PiecesAsync(donor, Code));
        var second = (await tracker.PieceAsync(Code)).Current.Id;
        Ends.Done(await ShareAsync(tracker, lead, second, EvidenceVisibility.Shared));
        Assert.Single(Assert.Single(await tracker.PiecesAsync(donor, Code)).Earlier);
        Ends.Done(await ShareAsync(tracker, lead, second, EvidenceVisibility.Internal));
        Assert.Empty(await tracker.PiecesAsync(donor, Code));
        Assert.Null(await tracker.ReadAsync(donor, id));
        Assert.Null(await tracker.ReadAsync(donor, second));
        Assert.Null(await tracker.ReadAsync(Actor.Anonymous, second));
    }

    [Fact]
    public async Task After_the_end_only_the_coordination_takes_back_and_hides()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(
            await tracker.AttachLinkAsync(
                lead,
                Code,
                Showing.Entry(visibility: EvidenceVisibility.Shared)
            )
        );
        var id = (await tracker.PieceAsync(Code)).Current.Id;
        await tracker.StateAsync(r => r.Status = ImplementationStatus.Verified, Code);

        Ends.Refused(
            Refusal.Closed,
            await ShareAsync(tracker, lead, id, EvidenceVisibility.Internal)
        );
        Ends.Refused(Refusal.Closed, await WithdrawAsync(tracker, lead, id, "Personnel"));
        Ends.Done(await ShareAsync(tracker, coordinator, id, EvidenceVisibility.Internal));
        Ends.Done(await WithdrawAsync(tracker, coordinator, id, "Données personnelles"));
    }

    [Fact]
    public async Task Bytes_that_are_gone_or_changed_are_never_handed_out()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await tracker.AttachFileAsync(lead, Code, "a.pdf", MadeFiles.Pdf()));
        var id = (await tracker.PieceAsync(Code)).Current.Id;
        var path = Path.Combine(tracker.Files.FullName, Assert.Single(tracker.OnDisk()));
        var changed = MadeFiles.Pdf();
        changed[12] ^= 1;
        await File.WriteAllBytesAsync(path, changed, Cancellation);

        var file = await tracker.Of<EvidenceQueries>().OpenAsync(lead, id, Cancellation);
        Assert.Equal("a.pdf", file!.FileName);
        Assert.Null(file.Content);

        File.Delete(path);
        Assert.Null(
            (await tracker.Of<EvidenceQueries>().OpenAsync(lead, id, Cancellation))!.Content
        );
        Assert.Null(await tracker.ReadAsync(lead, Guid.CreateVersion7()));
    }

    private static Task<Outcome> WithdrawAsync(
        TestTracker tracker,
        Actor actor,
        Guid id,
        string reason
    ) => tracker.Of<EvidenceCommands>().WithdrawAsync(actor, Code, id, reason, null, Cancellation);

    private static Task<Outcome> ShareAsync(
        TestTracker tracker,
        Actor actor,
        Guid id,
        EvidenceVisibility to
    ) => tracker.Of<EvidenceCommands>().ShareAsync(actor, Code, id, to, null, Cancellation);
}
