namespace Catalog.Server.Settings;

/// <summary>The server's settings, read and checked once at start.</summary>
internal sealed record ServerSettings
{
    public const string DefaultUrl = "http://127.0.0.1:8181";

    /// <summary>Where to listen (<c>urls</c>).</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>The data folder, absolute (<c>Data:Path</c>).</summary>
    public required string DataPath { get; init; }

    /// <summary>URI prefixes beside the warehouses' own folders that clients may name (<c>Warehouses:AllowedLocations</c>).</summary>
    public required IReadOnlyList<string> AllowedLocations { get; init; }

    public required LimitSettings Limits { get; init; }

    /// <summary>Whether the tiers' request quotas hold (<c>RateLimits:Enabled</c>).</summary>
    public required bool RateLimitsEnabled { get; init; }

    public required BootstrapSettings Bootstrap { get; init; }

    public required AIStorSettings AIStor { get; init; }

    /// <summary>How long a receipt of an <c>Idempotency-Key</c> is kept (<c>Idempotency:Lifetime</c>).</summary>
    public required TimeSpan IdempotencyLifetime { get; init; }

    /// <summary>How long a token that an API key is exchanged for holds (<c>Tokens:Lifetime</c>).</summary>
    public required TimeSpan TokenLifetime { get; init; }
}
