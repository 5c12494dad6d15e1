using Catalog.Core.Access;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.Extensions.Primitives;

namespace Catalog.Server.Authentication.Bearer;

/// <summary>
/// The credential that a connection sent last, with its hash: a client sends the same one with each request, and
/// hashing it again costs more than all else that authentication does. It lives as long as the connection, whose
/// buffers hold the header anyway.
/// </summary>
internal sealed class ConnectionCredential
{
    private static readonly object Key = new();

    private readonly string? _header;

    private ConnectionCredential(string? header, string text, CredentialHash hash)
    {
        _header = header;
        Text = text;
        Hash = hash;
    }

    public string Text { get; }

    public CredentialHash Hash { get; }

    /// <summary>The credential of a request.</summary>
    public static ConnectionCredential Of(HttpContext context, CredentialHasher hasher)
    {
        StringValues header = context.Request.Headers.Authorization;
        IDictionary<object, object?>? items = context.Features.Get<IConnectionItemsFeature>()?.Items;

        // The same string, not an equal one: Kestrel hands out the last request's string again while the header repeats. So
        // nothing is compared with a secret here, and nothing kept that Kestrel does not keep.
        if (items is not null && header.Count == 1
            && items.TryGetValue(Key, out object? kept) && kept is ConnectionCredential last && ReferenceEquals(last._header, header[0]))
        {
            return last;
        }

        string text = BearerCredential.Read(header);
        ConnectionCredential read = new(header[0], text, hasher.Hash(text));
        if (items is not null)
        {
            items[Key] = read;
        }

        return read;
    }
}
