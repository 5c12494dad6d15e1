using Catalog.Sdk.Errors;

namespace Catalog.Sdk.Http;

/// <summary>The hosts that may be sent credentials: the endpoint's own, by its scheme, and those that the settings name.</summary>
internal sealed class AllowedHosts(Uri endpoint, IEnumerable<string> others)
{
    private readonly HashSet<string> _others = new(others, StringComparer.OrdinalIgnoreCase);

    public void Check(Uri? uri)
    {
        if (uri is null || !uri.IsAbsoluteUri || !IsAllowed(uri))
        {
            throw new UnexpectedResponseException(
                $"{uri?.GetLeftPart(UriPartial.Authority)} is neither the endpoint ({endpoint.GetLeftPart(UriPartial.Authority)}) nor an allowed host, so no credentials are sent there.");
        }
    }

    private bool IsAllowed(Uri uri) =>
        (uri.Scheme == endpoint.Scheme && uri.Host.Equals(endpoint.Host, StringComparison.OrdinalIgnoreCase) && uri.Port == endpoint.Port)
        || (uri.Scheme == endpoint.Scheme && (_others.Contains(uri.Authority) || _others.Contains($"{uri.Host}:{uri.Port}")));
}
