using Catalog.Sdk.Authentication;

namespace Catalog.Sdk;

/// <summary>The settings of a <see cref="PlanasonixClient"/>.</summary>
public sealed class PlanasonixClientOptions : CatalogClientOptions
{
    /// <summary>The section of the configuration that <c>AddPlanasonix</c> binds: <c>Planasonix:{name}</c>.</summary>
    public const string SectionName = "Planasonix";

    /// <summary>The <c>flx_</c> key of an organisation. Either this, <see cref="Token"/> or <see cref="TokenSource"/> is required. Secret.</summary>
    public string? ApiKey { get; set; }

    /// <summary>A token that was obtained elsewhere; it is sent as it is and not renewed. Secret.</summary>
    public string? Token { get; set; }

    /// <summary>Obtains a token; called again before the token expires, and once when the server refuses it.</summary>
    public Func<CancellationToken, Task<AccessToken>>? TokenSource { get; set; }

    /// <summary>Whether the key is exchanged for a short-lived token. Default true; false sends the key itself with each request.</summary>
    public bool ExchangeApiKey { get; set; } = true;

    /// <summary>How long before its expiry a token is renewed. Default 1 min, but never more than half its life.</summary>
    public TimeSpan TokenRefreshBuffer { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The warehouse to name when the configuration is read. Default none: the organisation's own.</summary>
    public string? Warehouse { get; set; }
}
