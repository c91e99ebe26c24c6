namespace Tracker.Web.Recommendations;

/// <summary>Marks the texts of the record, of its forms and of its history.</summary>
public sealed class RecordText;
