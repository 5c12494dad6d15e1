using Catalog.Core.Access;
using Catalog.Server.Requests;

namespace Catalog.Server.Surfaces;

/// <summary>One operation: where it is asked for, what right it needs, what carries it out.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">
/// The path below the surface's prefix, or the whole path when it begins with a slash.
/// </param>
/// <param name="Action">The right it needs; handlers that touch more than the path names ask for more.</param>
/// <param name="Handler">What carries it out.</param>
internal sealed record SurfaceRoute(string Method, string Template, CatalogAction Action, Func<CatalogCall, Task> Handler)
{
    /// <summary>Whether it takes a JSON body.</summary>
    public bool TakesJson => Method == HttpMethods.Post;

    /// <summary>What carries it out where no credential is asked for; then <see cref="Handler"/> is never called.</summary>
    public Func<HttpContext, RequestBody, Task>? Open { get; init; }

    /// <summary>Whether its errors are those of a rename.</summary>
    public bool IsRename { get; init; }

    /// <summary>Whether the rights are asked for by the handler, which knows what they are about only after reading the body.</summary>
    public bool AuthorizesItself { get; init; }
}
