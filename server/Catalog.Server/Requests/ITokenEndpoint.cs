namespace Catalog.Server.Requests;

/// <summary>
/// <c>POST /v1/oauth/tokens</c>: reached without authentication, answers and refuses with OAuth's own bodies.
/// </summary>
internal interface ITokenEndpoint
{
    /// <summary>Reads the form from <paramref name="body"/> and writes the whole answer.</summary>
    Task HandleAsync(HttpContext context, RequestBody body);
}
