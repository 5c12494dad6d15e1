using System.Runtime.CompilerServices;
using System.Text.Json;
using Catalog.Sdk.Errors;
using Catalog.Sdk.Http;

namespace Catalog.Sdk.Iceberg;

/// <summary>Reads a list page by page; a server that answers the same token again is told apart from a long list.</summary>
internal sealed class ServerPageable<T>(
    Func<string?, CancellationToken, Task<CatalogResponse>> read,
    Func<JsonElement, IReadOnlyList<T>> values) : AsyncPageable<T>
{
    public override async IAsyncEnumerable<Page<T>> AsPages(
        string? continuationToken = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        string? token = continuationToken;
        do
        {
            CatalogResponse answer = await read(token, cancellationToken).ConfigureAwait(false);
            Page<T> page = ReadPage(answer);
            yield return page;
            token = page.ContinuationToken;
            if (token is not null && !seen.Add(token))
            {
                throw new UnexpectedResponseException("The server answers a page token for the second time, so the list would never end.")
                {
                    StatusCode = answer.StatusCode,
                    RequestId = answer.RequestId,
                };
            }
        }
        while (token is not null);
    }

    private Page<T> ReadPage(CatalogResponse answer)
    {
        try
        {
            JsonElement json = JsonElement.Parse(answer.Body.Span);
            string? next = json.TryGetProperty("next-page-token", out JsonElement token) ? token.GetString() : null;

            // Some servers end a list with an empty token.
            return new Page<T>(values(json), string.IsNullOrEmpty(next) ? null : next);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw ErrorReader.Unreadable(answer, e);
        }
    }
}
