using Catalog.Core;
using Catalog.Server.Errors;

namespace Catalog.Server.Surfaces;

/// <summary>
/// What differs between the surfaces in how they are asked and how they answer. The endpoints are the same; each is
/// mapped once for each profile.
/// </summary>
internal sealed record SurfaceProfile
{
    public required Surface Surface { get; init; }

    /// <summary>The first path segment of everything under the surface.</summary>
    public required string Root { get; init; }

    /// <summary>What stands before the Iceberg endpoints' own templates.</summary>
    public required string Prefix { get; init; }

    /// <summary>Other prefixes under which the same endpoints answer; they are not in the contract.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What the surface allows.</summary>
    public required SurfaceRules Rules { get; init; }

    public required ErrorNames Errors { get; init; }

    /// <summary>The status of a HEAD that finds what it asked for.</summary>
    public required int ExistsStatus { get; init; }

    /// <summary>The answer to a transaction: an empty object, or nothing.</summary>
    public required int TransactionStatus { get; init; }

    /// <summary>The challenge that goes with a 401, where the surface has one.</summary>
    public string? Challenge { get; init; }
}
