using System.Globalization;
using Tracker.Core.Recommendations;

namespace Tracker.Core.Evidence;

/// <summary>A piece of evidence as somebody describes it, for a file or for a link.</summary>
public sealed record EvidenceEntry
{
    public const int LongestNote = 2000;
    public const int LongestLink = 2000;

    public EvidenceKind? Kind { get; init; }
    public string? Title { get; init; }
    public string? Note { get; init; }

    /// <summary>The day of the document itself.</summary>
    public DateOnly? DatedOn { get; init; }
    public EvidenceVisibility Visibility { get; init; }

    /// <summary>Where it is no file.</summary>
    public string? Link { get; init; }

    /// <summary>All broken rules.</summary>
    /// <param name="hasFile">A file comes with it; a link is then not asked for, and not allowed beside it.</param>
    public IReadOnlyList<FieldFault> Check(DateOnly today, bool hasFile)
    {
        var faults = new List<FieldFault>();
        if (Kind is not { } kind || !Enum.IsDefined(kind))
        {
            faults.Add(new(nameof(Kind), Fault.Required));
        }
        if (!Enum.IsDefined(Visibility))
        {
            faults.Add(new(nameof(Visibility), Fault.Unknown));
        }
        if (string.IsNullOrWhiteSpace(Title))
        {
            faults.Add(new(nameof(Title), Fault.Required));
        }
        TooLong(nameof(Title), Title, RecommendationEntry.LongestTitle);
        TooLong(nameof(Note), Note, LongestNote);
        if (DatedOn is { } day && day > today)
        {
            faults.Add(
                new(
                    nameof(DatedOn),
                    Fault.InTheFuture,
                    day.ToString("O", CultureInfo.InvariantCulture)
                )
            );
        }
        CheckLink();
        return faults;

        void CheckLink()
        {
            if (string.IsNullOrWhiteSpace(Link))
            {
                if (!hasFile)
                {
                    faults.Add(new("File", Fault.Required));
                }
                return;
            }
            if (hasFile)
            {
                faults.Add(new(nameof(Link), Fault.NotOffered));
            }
            else if (Link.Trim().Length > LongestLink)
            {
                TooLong(nameof(Link), Link.Trim(), LongestLink);
            }
            else if (AddressOf(Link) is null)
            {
                faults.Add(new(nameof(Link), Fault.NotAnAddress));
            }
        }

        void TooLong(string field, string? text, int most)
        {
            if (text?.Length > most)
            {
                faults.Add(new(field, Fault.TooLong, most.ToString(CultureInfo.InvariantCulture)));
            }
        }
    }

    /// <summary>
    /// The address of a page on the web, as it may stand in a link; null for any other scheme, a part of an address, and
    /// one that carries a name and a password.
    /// </summary>
    public static string? AddressOf(string link) =>
        Uri.TryCreate(link.Trim(), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address is { UserInfo.Length: 0, Host.Length: > 0 }
        && !link.Trim().Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
        && address.AbsoluteUri.Length <= LongestLink
            ? address.AbsoluteUri
            : null;
}
