using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Evidence;
using Tracker.Core.Import;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Comments;
using Tracker.Data.Drafts;
using Tracker.Data.Evidence;
using Tracker.Data.History;
using Tracker.Data.Import;
using Tracker.Data.Publishing;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;
using Tracker.Data.Views;
using Tracker.Tests.Given;

namespace Tracker.Tests.Publishing;

/// <summary>Strings that nobody types, one in every place that only those who work here may read.</summary>
internal sealed class Canaries
{
    private readonly List<string> _planted = [];

    public IReadOnlyList<string> Planted => _planted;

    public async Task PlantAsync(WebHost host, CancellationToken cancellation)
    {
        var outcome = await host.Of<Store>()
            .WriteAsync(
                Actor.Worker,
                Deed.CorrectRecommendation,
                async (write, token) =>
                {
                    var item = await write
                        .Context.Recommendations.Include(r => r.Workshop)
                        .OrderBy(r => r.Code)
                        .FirstAsync(token);
                    People(write, item);
                    Hidden(write, item, Publication.Draft, 91);
                    Hidden(write, item, Publication.Archived, 92);
                    Evidence(write, item, EvidenceVisibility.Internal, null);
                    Evidence(write, item, EvidenceVisibility.Shared, Next());
                    Conveniences(write, item);
                    Imports(write);
                    return new Outcome.Done("");
                },
                cancellation
            );
        Ends.Done(outcome);
    }

    /// <summary>Letters only, so that no folding and no escaping hides it.</summary>
    private string Next()
    {
        var canary =
            $"Canari{RandomNumberGenerator.GetString("bcdfghjkmnpqrstvwz", 12)}{_planted.Count}";
        _planted.Add(canary);
        return canary;
    }

    /// <summary>Comments and the names of those who write.</summary>
    private void People(Write write, Recommendation item)
    {
        for (var i = 0; i < 5; i++)
        {
            var person = Guid.CreateVersion7();
            write.Context.Add(
                new PersonName
                {
                    PersonId = person,
                    Name = Next(),
                    Role = "focal_point",
                }
            );
            write.Context.Add(
                new InternalComment
                {
                    RecommendationId = item.Id,
                    Recommendation = item,
                    AuthorId = person,
                    OrganisationCode = "DGME",
                    At = write.Now,
                    Text = Next(),
                    Language = Language.Fr,
                }
            );
            write.Context.Add(
                new Data.Progress.ProgressUpdate
                {
                    RecommendationId = item.Id,
                    Recommendation = item,
                    AuthorId = person,
                    OrganisationCode = "DGME",
                    At = write.Now,
                    Text = "Deux réunions tenues",
                    Language = Language.Fr,
                }
            );
        }
    }

    /// <summary>A draft, or what was taken out of sight.</summary>
    private void Hidden(Write write, Recommendation beside, Publication publication, int number)
    {
        var item = new Recommendation
        {
            Code = $"KAY-2020-{number}",
            WorkshopId = beside.WorkshopId,
            Workshop = beside.Workshop,
            ThemeCode = beside.ThemeCode,
            StatusSince = beside.Workshop!.EndsOn,
            ChangedAt = write.Now,
            Publication = publication,
            ArchiveReason = Next(),
        };
        item.Write(
            new RecommendationEntry
            {
                WorkshopCode = beside.Workshop.Code,
                Code = item.Code,
                Kind = RecommendationKind.Explicit,
                Title = new Bilingual(Next(), Next()),
                Text = new Bilingual(Next(), Next()),
                SourceQuote = Next(),
                ThemeCode = beside.ThemeCode,
            }
        );
        write.Context.Add(item);
    }

    /// <summary>Internal, or taken back.</summary>
    private void Evidence(
        Write write,
        Recommendation item,
        EvidenceVisibility visibility,
        string? withdrawn
    )
    {
        var id = Guid.CreateVersion7();
        write.Context.Add(
            new EvidenceItem
            {
                Id = id,
                PieceId = id,
                RecommendationId = item.Id,
                Recommendation = item,
                Kind = EvidenceKind.Report,
                Visibility = visibility,
                WithdrawnBecause = withdrawn,
                Title = Next(),
                Note = Next(),
                FileName = Next() + ".pdf",
                ContentType = "application/pdf",
                Size = 10,
                Sha256 = new string('0', 64),
                StoredAs = Next(),
                AuthorId = Guid.CreateVersion7(),
                OrganisationCode = "DGME",
                At = write.Now,
            }
        );
    }

    private void Conveniences(Write write, Recommendation item)
    {
        var owner = Guid.CreateVersion7();
        write.Context.Add(
            new SavedView
            {
                Slug = Next()[..15].ToLowerInvariant(),
                OwnerId = owner,
                Name = Next(),
                Page = "/recommendations",
                Query = "q=" + Next(),
            }
        );
        write.Context.Add(
            new ShareLink
            {
                TokenHash = SHA256.HashData([1]),
                WorkshopId = item.WorkshopId,
                Workshop = item.Workshop,
                Purpose = Next(),
                MadeById = owner,
                MadeAt = write.Now,
                ExpiresOn = write.Today,
            }
        );
    }

    private void Imports(Write write)
    {
        var batch = new ImportBatch
        {
            FileName = Next(),
            FileHash = SHA256.HashData([2]),
            ImporterId = Guid.CreateVersion7(),
            At = write.Now,
        };
        batch.Rows.Add(
            new ImportRow
            {
                BatchId = batch.Id,
                RecordNo = 1,
                Row = 2,
                Action = ImportAction.HeldBack,
                Cells = Next(),
                Reasons = Next(),
                Before = Next(),
            }
        );
        write.Context.Add(batch);
        write.Context.Add(
            new PendingImport
            {
                OwnerId = Guid.CreateVersion7(),
                FileName = Next(),
                Content = [1],
                Mapping = Next(),
                Answers = Next(),
                At = write.Now,
            }
        );
        write.Context.Add(
            new RememberedMapping { SourceKey = new string('a', 64), Mapping = Next() }
        );
    }
}
