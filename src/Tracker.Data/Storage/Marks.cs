namespace Tracker.Data.Storage;

/// <summary>A row whose every change is written to the history, field by field.</summary>
internal interface IRecorded
{
    /// <summary>What it is, in the history's words: <c>recommendation</c>, <c>workshop</c>...</summary>
    string HistoryKind { get; }

    /// <summary>The code of the thing people would look up: a recommendation's for its own rows and for its updates.</summary>
    string HistorySubject { get; }
}

/// <summary>A row that stands for one value of a list (a supporting organisation, a place): recorded as one value.</summary>
internal interface IRecordedValue : IRecorded
{
    string HistoryField { get; }
    string HistoryValue { get; }

    /// <summary>False once the link has ended.</summary>
    bool IsCurrent { get; }
}

/// <summary>A row that people change: carries the counter by which a stale save is noticed.</summary>
internal interface IVersioned
{
    /// <summary>Kept by the application on both databases; the concurrency token.</summary>
    long Version { get; set; }
}

/// <summary>Derived or technical: would say nothing to a reader of the history.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotInHistoryAttribute : Attribute;
