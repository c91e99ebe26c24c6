using Tracker.Core.Recommendations;

namespace Tracker.Core.Progress;

/// <summary>What a focal point reports, as read from the form.</summary>
public sealed record UpdateEntry
{
    public const int LongestNextStep = 1000;
    public const int LongestWhom = 300;

    /// <summary>The quarter it is about; null for the one of today.</summary>
    public Quarter? Period { get; init; }
    public string? Text { get; init; }

    /// <summary>Nothing has changed this quarter; the text may then be empty.</summary>
    public bool NothingNew { get; init; }
    public string? NextStep { get; init; }

    /// <summary>A code of the causes; null where nothing holds the work up.</summary>
    public string? BlockedBy { get; init; }

    /// <summary>Who can lift it.</summary>
    public string? BlockedByWhom { get; init; }

    /// <summary>0 to 100; null leaves it as it stands.</summary>
    public int? Percent { get; init; }

    /// <summary>The update that this one puts right.</summary>
    public Guid? Corrects { get; init; }

    /// <summary>For whom a coordinator writes it down; null for the lead.</summary>
    public string? Organisation { get; init; }

    /// <summary>The status it comes with, and what that move asks for; its update text is <see cref="Text"/>.</summary>
    public StatusChange? Status { get; init; }

    /// <summary>All broken rules that concern the update itself.</summary>
    public IReadOnlyList<FieldFault> Check(DateOnly today)
    {
        var faults = new List<FieldFault>();
        if (!NothingNew && string.IsNullOrWhiteSpace(Text))
        {
            faults.Add(new(nameof(Text), Fault.Required));
        }
        TooLong(nameof(Text), Text, StatusChangeRules.LongestText);
        TooLong(nameof(NextStep), NextStep, LongestNextStep);
        TooLong(nameof(BlockedByWhom), BlockedByWhom, LongestWhom);
        if (Percent is < 0 or > 100)
        {
            faults.Add(new(nameof(Percent), Fault.OutOfRange, "0–100"));
        }
        if (Period is { } period && period.Start > today)
        {
            faults.Add(new(nameof(Period), Fault.InTheFuture, period.ToString()));
        }
        return faults;

        void TooLong(string field, string? text, int most)
        {
            if (text?.Length > most)
            {
                faults.Add(
                    new(
                        field,
                        Fault.TooLong,
                        most.ToString(System.Globalization.CultureInfo.InvariantCulture)
                    )
                );
            }
        }
    }
}
