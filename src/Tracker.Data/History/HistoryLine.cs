namespace Tracker.Data.History;

/// <summary>
/// Who did what to which field, chained: each line holds the hash of the one before it. The texts stand apart in
/// <see cref="HistoryText"/>, so that they can be removed for good without breaking the chain.
/// </summary>
internal sealed class HistoryLine
{
    public long Sequence { get; init; }

    /// <summary>The lines of one save share it.</summary>
    public Guid ActId { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }
    public Guid ActorId { get; init; }
    public required string Deed { get; init; }

    /// <summary>The organisation in whose name a coordinator acted.</summary>
    public string? OnBehalfOf { get; init; }
    public required string Kind { get; init; }
    public required string Subject { get; init; }
    public required string Field { get; init; }

    /// <summary>The version that the thing had after it: what changed since a version is read from here.</summary>
    public long? Version { get; init; }
    public byte[]? BeforeHash { get; init; }
    public byte[]? AfterHash { get; init; }
    public required byte[] PreviousHash { get; init; }
    public required byte[] Hash { get; init; }
}

/// <summary>The erasable part of a line: values as codes or ISO text, and the salt of their hashes.</summary>
internal sealed class HistoryText
{
    public long Sequence { get; init; }
    public HistoryLine? Line { get; init; }
    public string? Before { get; init; }
    public string? After { get; init; }
    public required byte[] Salt { get; init; }
}

/// <summary>The name that goes with an actor's id in the history; erasable too.</summary>
internal sealed class PersonName
{
    public Guid PersonId { get; init; }
    public required string Name { get; set; }

    /// <summary>"Focal point of ..." for readers who see organisations, not people.</summary>
    public string? OrganisationCode { get; set; }
    public required string Role { get; set; }
}

/// <summary>The end of the chain: one row, locked in the transaction of every write.</summary>
internal sealed class HistoryHead
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;
    public long Sequence { get; set; }
    public required byte[] Hash { get; set; }
}
