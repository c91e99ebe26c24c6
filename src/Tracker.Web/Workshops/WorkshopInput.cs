using System.Diagnostics.CodeAnalysis;
using Tracker.Core.Words;
using Tracker.Core.Workshops;
using Tracker.Web.Shared.Forms;

namespace Tracker.Web.Workshops;

/// <summary>A workshop as it is typed; kept as typed until it is right.</summary>
public sealed class WorkshopInput
{
    public long Version { get; set; }
    public string? Code { get; set; }
    public string? Type { get; set; }
    public string? NameFr { get; set; }
    public string? NameEn { get; set; }
    public string? StartsOn { get; set; }
    public string? EndsOn { get; set; }
    public string? Venue { get; set; }
    public string? Place { get; set; }

    /// <summary>The browser sends nothing where no box is ticked, and the form then hands over null.</summary>
    [AllowNull]
    public List<string> Organisers
    {
        get;
        set => field = value ?? [];
    } = [];

    [AllowNull]
    public List<string> Funders
    {
        get;
        set => field = value ?? [];
    } = [];
    public string? ThemeFr { get; set; }
    public string? ThemeEn { get; set; }
    public string? Source { get; set; }

    public static WorkshopInput Of(WorkshopRecord record) =>
        new()
        {
            Version = record.Version,
            Code = record.Code,
            Type = Codes.Of(record.Type),
            NameFr = record.Name.Fr,
            NameEn = record.Name.En,
            StartsOn = Dates.ForInput(record.StartsOn),
            EndsOn = Dates.ForInput(record.EndsOn),
            Venue = record.Venue,
            Place = record.Place?.Code,
            Organisers = [.. record.Organisers.Select(o => o.Code)],
            Funders = [.. record.Funders.Select(f => f.Code)],
            ThemeFr = record.Theme.Fr,
            ThemeEn = record.Theme.En,
            Source = record.Source,
        };

    public WorkshopEntry Read(InputReader read) =>
        new()
        {
            Code = InputReader.Code(Code),
            Type = Codes.TryParse<EventType>(Type, out var type) ? type : null,
            Name = new Bilingual(InputReader.Text(NameFr), InputReader.Text(NameEn)),
            StartsOn = read.Day("StartsOn", StartsOn),
            EndsOn = read.Day("EndsOn", EndsOn),
            Venue = InputReader.Text(Venue),
            Place = InputReader.Text(Place),
            Organisers = Organisers,
            Funders = Funders,
            Theme = new Bilingual(InputReader.Text(ThemeFr), InputReader.Text(ThemeEn)),
            Source = InputReader.Text(Source),
        };
}
