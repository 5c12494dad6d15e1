namespace Catalog.Server.Authentication.SigV4;

/// <summary>What a request says about its own signature. Well formed, but not yet believed.</summary>
internal sealed class SignatureClaim
{
    public required SigV4Form Form { get; init; }

    public required string AccessKey { get; init; }

    /// <summary>The scope's day, <c>yyyyMMdd</c>.</summary>
    public required string Date { get; init; }

    public required string Region { get; init; }

    public required string Service { get; init; }

    /// <summary>The names of the signed headers, as the claim lists them: lower case, ascending, with semicolons between.</summary>
    public required string SignedHeaders { get; init; }

    /// <summary>The 32 bytes that the request must have been signed with.</summary>
    public required byte[] Signature { get; init; }

    /// <summary>When the request was signed, <c>yyyyMMdd'T'HHmmss'Z'</c>.</summary>
    public required string Timestamp { get; init; }

    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>How long a presigned link holds; zero in the header form.</summary>
    public TimeSpan Lifetime { get; init; }

    /// <summary>The claimed hash of the body, as sent; null when the request names none.</summary>
    public string? PayloadHash { get; init; }
}
