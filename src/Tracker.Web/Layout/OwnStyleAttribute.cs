namespace Tracker.Web.Layout;

/// <summary>
/// Marks a page that carries the frame's style within itself whoever reads it: it may be kept by caches that know nobody,
/// and so asks no browser what it has.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OwnStyleAttribute : Attribute;
