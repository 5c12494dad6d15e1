namespace Catalog.Server.Authentication.SigV4;

/// <summary>The parts of a request that a signature covers, as they came over the wire.</summary>
internal readonly struct SignedRequest
{
    public SignedRequest(string method, string rawTarget, IHeaderDictionary headers)
    {
        Method = method;
        Headers = headers;
        ReadOnlyMemory<char> target = rawTarget.AsMemory(StartOfPath(rawTarget));
        int question = target.Span.IndexOf('?');
        Path = question < 0 ? target : target[..question];
        Query = question < 0 ? default : target[(question + 1)..];
    }

    public string Method { get; }

    public IHeaderDictionary Headers { get; }

    /// <summary>The path, still percent-encoded.</summary>
    public ReadOnlyMemory<char> Path { get; }

    /// <summary>The query without its question mark, still percent-encoded.</summary>
    public ReadOnlyMemory<char> Query { get; }

    // A request line may carry an absolute URI; its path begins after the authority.
    private static int StartOfPath(string target)
    {
        if (target.StartsWith('/'))
        {
            return 0;
        }

        int authority = target.IndexOf("://", StringComparison.Ordinal);
        if (authority < 0)
        {
            return 0;
        }

        int path = target.AsSpan(authority + 3).IndexOfAny('/', '?');
        return path < 0 ? target.Length : authority + 3 + path;
    }
}
