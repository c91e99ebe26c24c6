namespace Tracker.Core;

/// <summary>How a command ended. Expected ends are values; only the unexpected throws.</summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <summary>The command took effect. <paramref name="Code"/> names the thing made or changed.</summary>
    public sealed record Done(string Code) : Outcome;

    /// <summary>There is no such thing, or the actor may not know that there is.</summary>
    public sealed record NotFound : Outcome;

    /// <summary>In sight, but not the actor's to do.</summary>
    public sealed record Refused(Refusal Reason) : Outcome
    {
        /// <summary>The code of the thing that refused it, where a deed concerns several at once.</summary>
        public string? Of { get; init; }
    }

    /// <summary>Somebody else changed the thing since the actor read it. Nothing was written.</summary>
    /// <param name="Version">The version now stored, to save over on purpose.</param>
    /// <param name="Fields">What differs, value beside value.</param>
    public sealed record Conflict(long Version, IReadOnlyList<FieldConflict> Fields) : Outcome;

    /// <summary>The input breaks a rule. Nothing was written.</summary>
    public sealed record Invalid(IReadOnlyList<FieldFault> Faults) : Outcome;

    /// <summary>A single fault, said at its field.</summary>
    public static Invalid At(string field, Fault fault, string? detail = null) =>
        new([new FieldFault(field, fault, detail)]);
}

/// <summary>One field whose stored value moved under the writer.</summary>
/// <param name="Field">Identifier of the field, see <c>glossary</c> (for example <c>due_date</c>).</param>
/// <param name="Yours">The value sent, as code or ISO text.</param>
/// <param name="Current">The value stored now, as code or ISO text.</param>
/// <param name="Base">The value both started from, as far as the history knows it.</param>
public sealed record FieldConflict(
    string Field,
    string? Yours,
    string? Current,
    string? Base = null
);

/// <summary>One broken rule, said at the field it concerns.</summary>
/// <param name="Field">Name of the input field.</param>
/// <param name="Fault">Which rule.</param>
/// <param name="Detail">A value that the sentence names: a limit, a date, a code.</param>
public sealed record FieldFault(string Field, Fault Fault, string? Detail = null);

/// <summary>The rules an input can break.</summary>
public enum Fault
{
    Required,
    TooLong,
    Unknown,
    NotACode,
    CodeTaken,
    NotADate,
    BeforeWorkshop,
    InThePast,
    EndsBeforeStart,
    CannotLead,
    LeadAmongSupporting,
    OutOfRange,
    NotOffered,
    ReasonRequired,
    NothingChosen,
    TooManyRows,
    InTheFuture,
    EvidenceRequired,
    NotAPeriod,
    NotAnAddress,
    NotItself,
    FileKind,
    FileTooLarge,
    FileEmpty,
    FileCut,
    QuotaFull,
    DiskFull,
    NameTaken,
}

/// <summary>Why a deed is not the actor's to do.</summary>
public enum Refusal
{
    SignInFirst,
    CoordinationOnly,
    LeadOnly,
    AdministratorOnly,
    NotAccepted,
    Archived,
    NotPublished,
    AlreadyPublished,
    NoLead,
    ReadOnlyRole,
    MoveUnknown,
    NothingToUndo,
    ChangedSince,
    Closed,
    SupportingOnly,
    OwnVerification,
    CoordinatorVerifies,
    DeclaredAlready,
    CommandReused,
}
