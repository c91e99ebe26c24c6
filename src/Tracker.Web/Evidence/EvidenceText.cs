namespace Tracker.Web.Evidence;

/// <summary>Marks the texts of evidence: its page, its part of the record, its files.</summary>
public sealed class EvidenceText;
