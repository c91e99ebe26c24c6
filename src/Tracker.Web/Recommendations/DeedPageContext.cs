using Microsoft.AspNetCore.Components;
using Tracker.Core;

namespace Tracker.Web.Recommendations;

/// <summary>What a page hands to the form that stands on it.</summary>
/// <param name="Done">Leads back to the record.</param>
/// <param name="Ended">Makes the answer's status say how it ended.</param>
/// <param name="Back">The record.</param>
public sealed record DeedPageContext(
    EventCallback<string> Done,
    EventCallback<Outcome> Ended,
    string Back
);
