namespace Catalog.Server.Authentication.SigV4;

/// <summary>A credential: <c>access-key/date/region/service/aws4_request</c>.</summary>
internal readonly record struct CredentialScope(string AccessKey, string Date, string Region, string Service)
{
    public static CredentialScope Parse(string credential)
    {
        // From the right: an access key may itself hold slashes.
        Span<Range> parts = stackalloc Range[5];
        ReadOnlySpan<char> rest = credential;
        for (int i = 4; i > 0; i--)
        {
            int slash = rest.LastIndexOf('/');
            if (slash < 0)
            {
                throw new SignatureException("The credential is not of the form access-key/date/region/service/aws4_request.");
            }

            parts[i] = (slash + 1)..rest.Length;
            rest = rest[..slash];
        }

        parts[0] = 0..rest.Length;
        CredentialScope scope = new(credential[parts[0]], credential[parts[1]], credential[parts[2]], credential[parts[3]]);
        if (scope.AccessKey.Length is 0 or > 128 || scope.Date.Length != 8 || scope.Region.Length is 0 or > 64 ||
            credential.AsSpan()[parts[4]] is not "aws4_request")
        {
            throw new SignatureException("The credential is not of the form access-key/date/region/service/aws4_request.");
        }

        return scope.Service is "s3tables" or "s3"
            ? scope
            : throw new SignatureException("The credential is for another service: s3tables and s3 are accepted.");
    }
}
