namespace Catalog.Sdk.Http;

/// <summary>Reads an answer whole, whatever it is.</summary>
internal static class ResponseReader
{
    public static async Task<CatalogResponse> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        Dictionary<string, IReadOnlyList<string>> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, System.Net.Http.Headers.HeaderStringValues values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            headers[name] = [.. values];
        }

        return new CatalogResponse(response.StatusCode, headers, body);
    }
}
