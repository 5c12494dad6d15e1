using Catalog.Core;

namespace Catalog.Server.Requests;

/// <summary>
/// Proves who makes a request. There is one for each surface, registered as a keyed singleton under its
/// <see cref="Surface"/>. It also decides what holds for every operation of the surface: a tier without the catalog
/// (<c>ForbiddenException</c>) and the request quota (<c>QuotaExceededException</c>).
/// </summary>
/// <remarks>
/// Order of a request: request id → route (raw target) → <b>authenticate</b> → media type → idempotency → endpoint;
/// an exception anywhere becomes the surface's error body. Routing comes first so that the token endpoint can be
/// recognised, but an unknown route or method is only reported to an authenticated caller.
/// </remarks>
internal interface IRequestAuthenticator
{
    /// <summary>Returns the caller, or throws <c>NotAuthenticatedException</c>.</summary>
    /// <param name="context">The request; its raw target is in <c>IHttpRequestFeature.RawTarget</c>.</param>
    /// <param name="body">
    /// The body, read on demand and once: decide what the head alone can decide before asking for it, so that
    /// nobody without a credential makes the server buffer anything.
    /// </param>
    ValueTask<Caller> AuthenticateAsync(HttpContext context, RequestBody body);
}
