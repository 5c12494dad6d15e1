namespace Catalog.Server.Authentication.SigV4;

/// <summary>Decides whether a claim holds. Knows neither the clock's nor the keys' home.</summary>
internal static class SignatureVerifier
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(15);

    /// <summary>Refuses a claim that is too old or from the future.</summary>
    public static void CheckTime(SignatureClaim claim, DateTimeOffset now)
    {
        if (claim.SignedAt - now > Skew)
        {
            throw new SignatureException("The request was signed in the future: the clocks differ by more than 15 minutes.");
        }

        if (claim.Form == SigV4Form.Presigned)
        {
            if (now > claim.SignedAt + claim.Lifetime)
            {
                throw new SignatureException("The presigned link has expired.");
            }
        }
        else if (now - claim.SignedAt > Skew)
        {
            throw new SignatureException("The request was signed more than 15 minutes ago, or the clocks differ.");
        }
    }

    /// <summary>
    /// Whether the request was signed with <paramref name="signingKey"/> over <paramref name="payload"/>. Signers differ in
    /// three points that do not change what a request means; each way of writing the same request is tried in turn, the
    /// usual one first.
    /// </summary>
    public static bool Verify(ReadOnlySpan<byte> signingKey, in SignedRequest request, SignatureClaim claim, in PayloadHash payload)
    {
        ReadOnlySpan<string> hashes = payload.AsSent is null || payload.AsSent == payload.Hex
            ? [payload.Hex]
            : [payload.AsSent, payload.Hex];

        // Both encodings of the path are met: for S3 mostly once, for other services mostly twice, though DuckDB signs once for
        // s3tables too. The path a%252Fb encoded once reads like a%2Fb encoded twice, so that one signature would serve for
        // both: where a path holds %25, only twice is accepted.
        bool onceToo = !request.Path.Span.Contains("%25", StringComparison.Ordinal);
        ReadOnlySpan<bool> doubleEncodings = !onceToo ? [true] : claim.Service == "s3" ? [false, true] : [true, false];
        ReadOnlyMemory<char> query = request.Query;
        while (true)
        {
            foreach (bool doubleEncoded in doubleEncodings)
            {
                foreach (string hash in hashes)
                {
                    if (CanonicalRequest.IsSignedWith(signingKey, request, claim, new CanonicalForm(doubleEncoded, query, hash)))
                    {
                        return true;
                    }
                }
            }

            if (query.Equals(request.Query) && CanonicalQuery.Normalise(query.Span) is { } normalised)
            {
                query = normalised.AsMemory();
                continue;
            }

            return false;
        }
    }
}
