namespace Catalog.Server.Authentication.SigV4;

/// <summary>The <c>X-Amz-…</c> parameters of a presigned link, decoded.</summary>
internal sealed class PresignedParameters
{
    private static readonly PresignedParameters None = new();

    public bool IsPresent => Signature is not null || Credential is not null || Algorithm is not null;

    public string? Algorithm { get; private set; }

    public string? Credential { get; private set; }

    public string? Date { get; private set; }

    public string? Expires { get; private set; }

    public string? SignedHeaders { get; private set; }

    public string? Signature { get; private set; }

    public string? ContentHash { get; private set; }

    public static PresignedParameters Read(ReadOnlySpan<char> query)
    {
        if (!query.Contains("X-Amz-", StringComparison.Ordinal))
        {
            return None;
        }

        PresignedParameters found = new();
        foreach (Range range in query.Split('&'))
        {
            ReadOnlySpan<char> pair = query[range];
            int equals = pair.IndexOf('=');
            ReadOnlySpan<char> value = equals < 0 ? default : pair[(equals + 1)..];
            switch (equals < 0 ? pair : pair[..equals])
            {
                case "X-Amz-Algorithm":
                    found.Algorithm = Once(found.Algorithm, value);
                    break;
                case "X-Amz-Credential":
                    found.Credential = Once(found.Credential, value);
                    break;
                case "X-Amz-Date":
                    found.Date = Once(found.Date, value);
                    break;
                case "X-Amz-Expires":
                    found.Expires = Once(found.Expires, value);
                    break;
                case "X-Amz-SignedHeaders":
                    found.SignedHeaders = Once(found.SignedHeaders, value);
                    break;
                case "X-Amz-Signature":
                    found.Signature = Once(found.Signature, value);
                    break;
                case "X-Amz-Content-SHA256" or "X-Amz-Content-Sha256":
                    found.ContentHash = Once(found.ContentHash, value);
                    break;
            }
        }

        return found;
    }

    private static string Once(string? previous, ReadOnlySpan<char> value) => previous is null
        ? Uri.UnescapeDataString(value)
        : throw new SignatureException("A parameter of the presigned link is given twice.");
}
