using System.Security.Claims;
using Tracker.Core.Access;
using Tracker.Core.Words;

namespace Tracker.Web.Layout;

/// <summary>Who reads the page, as far as the frame shows it. Rights are asked elsewhere, of fresh data.</summary>
public sealed record Viewer(string Name, IReadOnlyList<string> Organisations, bool Coordinates)
{
    public const string OrganisationClaim = "organisation";

    public static Viewer Anonymous { get; } = new("", [], Coordinates: false);

    /// <summary>Focal points and the coordination: those of whom something may be owed.</summary>
    public bool Works { get; init; }

    public bool Administers { get; init; }

    public bool IsSignedIn => Name.Length > 0;

    public static Viewer Of(ClaimsPrincipal? user) =>
        user?.Identity is { IsAuthenticated: true } identity
            ? new Viewer(
                identity.Name ?? user.FindFirst(ClaimTypes.Email)?.Value ?? Anonymous.Name,
                [.. user.FindAll(OrganisationClaim).Select(claim => claim.Value)],
                Coordinating(user)
            )
            {
                Administers = user.IsInRole(Codes.Of(Role.Admin)),
                Works = Coordinating(user) || user.IsInRole(Codes.Of(Role.FocalPoint)),
            }
            : Anonymous;

    private static bool Coordinating(ClaimsPrincipal user) =>
        user.IsInRole(Codes.Of(Role.IomCoordinator)) || user.IsInRole(Codes.Of(Role.Admin));
}
