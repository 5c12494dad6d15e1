namespace Catalog.Server.Settings;

/// <summary>Bounds on what a request may carry (<c>Limits</c>).</summary>
/// <param name="BodyBytes">The largest body, in bytes.</param>
/// <param name="JsonDepth">The deepest nesting of a JSON body.</param>
internal sealed record LimitSettings(long BodyBytes, int JsonDepth);
