using System.Diagnostics.CodeAnalysis;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Web.Shared.Forms;

namespace Tracker.Web.Recommendations;

/// <summary>A recommendation as it is typed; kept as typed until it is right.</summary>
public sealed class EntryInput
{
    public long Version { get; set; }
    public string? Workshop { get; set; }
    public string? Code { get; set; }

    /// <summary>The code the form proposed: while it stands there unchanged, another may be proposed in its place.</summary>
    public string? Proposed { get; set; }
    public string? Kind { get; set; }
    public string? Theme { get; set; }
    public string? ProposedLead { get; set; }
    public string? TitleFr { get; set; }
    public string? TitleEn { get; set; }
    public string? TextFr { get; set; }
    public string? TextEn { get; set; }
    public string? SourceQuote { get; set; }

    /// <summary>The browser sends nothing where no box is ticked, and the form then hands over null.</summary>
    [AllowNull]
    public List<string> Places
    {
        get;
        set => field = value ?? [];
    } = [];

    [AllowNull]
    public List<string> FrameworkEntries
    {
        get;
        set => field = value ?? [];
    } = [];

    /// <summary>Sent by the button that goes on to the next one.</summary>
    public string? Next { get; set; }

    public bool KeepsProposal =>
        !string.IsNullOrEmpty(Proposed) && InputReader.Code(Code) == Proposed;

    public static EntryInput Of(RecommendationRecord record) =>
        new()
        {
            Version = record.Version,
            Workshop = record.WorkshopCode,
            Code = record.Code,
            Kind = Codes.Of(record.Kind),
            Theme = record.ThemeCode,
            ProposedLead = record.Lead?.Code,
            TitleFr = record.Title.Fr,
            TitleEn = record.Title.En,
            TextFr = record.Text.Fr,
            TextEn = record.Text.En,
            SourceQuote = record.SourceQuote,
            Places = [.. record.Places.Select(p => p.Code)],
            FrameworkEntries =
            [
                .. record.Frameworks.SelectMany(g => g.Entries).Select(e => e.Code),
            ],
        };

    public RecommendationEntry Read() =>
        new()
        {
            WorkshopCode = InputReader.Code(Workshop),
            Code = InputReader.Code(Code),
            Kind = Codes.TryParse<RecommendationKind>(Kind, out var kind) ? kind : null,
            Title = new Bilingual(InputReader.Text(TitleFr), InputReader.Text(TitleEn)),
            Text = new Bilingual(InputReader.Text(TextFr), InputReader.Text(TextEn)),
            SourceQuote = InputReader.Text(SourceQuote),
            ThemeCode = InputReader.Text(Theme),
            ProposedLead = InputReader.Text(ProposedLead),
            Places = Places,
            FrameworkEntries = FrameworkEntries,
        };
}
