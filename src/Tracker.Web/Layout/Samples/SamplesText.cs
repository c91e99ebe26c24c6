namespace Tracker.Web.Layout.Samples;

/// <summary>Marks the texts of the reference sheet, which stands in Development only.</summary>
public sealed class SamplesText;
