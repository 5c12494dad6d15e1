using System.Buffers;
using Microsoft.Extensions.Primitives;

namespace Catalog.Server.Authentication.SigV4;

/// <summary>Reads the claim of either form, refusing everything that is ambiguous.</summary>
internal static class SignatureClaimReader
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string ContentHashHeader = "x-amz-content-sha256";
    private const string TokenHeader = "x-amz-security-token";
    private const int SecondsOfSevenDays = 604_800;
    private static readonly SearchValues<char> LowerCaseHex = SearchValues.Create("0123456789abcdef");

    /// <summary>The claim that <paramref name="request"/> makes.</summary>
    /// <exception cref="SignatureException">There is none, more than one, or one that is malformed.</exception>
    public static SignatureClaim Read(in SignedRequest request)
    {
        StringValues authorization = request.Headers.Authorization;
        PresignedParameters presigned = PresignedParameters.Read(request.Query.Span);
        if (presigned.IsPresent)
        {
            return authorization.Count == 0
                ? ReadPresigned(request, presigned)
                : throw new SignatureException("The request is signed twice, in its query and in its Authorization header.");
        }

        return authorization.Count switch
        {
            0 => throw new SignatureException("The request is not signed: AWS Signature Version 4 is required."),
            1 => ReadHeader(request, authorization[0] ?? ""),
            _ => throw new SignatureException("The request has more than one Authorization header."),
        };
    }

    private static SignatureClaim ReadHeader(in SignedRequest request, string authorization)
    {
        if (!authorization.StartsWith(Algorithm + " ", StringComparison.Ordinal))
        {
            throw new SignatureException($"The Authorization header is not of the scheme {Algorithm}.");
        }

        AuthorizationAttributes attributes = AuthorizationAttributes.Parse(authorization.AsSpan(Algorithm.Length + 1));
        DateTimeOffset signedAt;
        if (Single(request.Headers, "x-amz-date") is { } date)
        {
            if (!SigV4Timestamp.TryParse(date, out signedAt))
            {
                throw new SignatureException("X-Amz-Date is not of the form yyyyMMddTHHmmssZ.");
            }
        }
        else if (!SigV4Timestamp.TryParseDateHeader(
            Single(request.Headers, "date") ?? throw new SignatureException("The request has neither X-Amz-Date nor Date."), out signedAt))
        {
            throw new SignatureException("The Date header is not a date.");
        }

        SignatureClaim claim = Create(
            SigV4Form.Header, attributes.Credential, attributes.SignedHeaders, attributes.Signature, signedAt, TimeSpan.Zero,
            Single(request.Headers, ContentHashHeader));

        // A session token is part of the credentials: one that anybody could swap would prove nothing.
        if (Single(request.Headers, TokenHeader) is not null && !SignedHeaderList.Contains(claim.SignedHeaders, TokenHeader))
        {
            throw new SignatureException("X-Amz-Security-Token is not among the signed headers.");
        }

        return claim;
    }

    private static SignatureClaim ReadPresigned(in SignedRequest request, PresignedParameters parameters)
    {
        if (parameters.Algorithm != Algorithm)
        {
            throw new SignatureException($"X-Amz-Algorithm is not {Algorithm}.");
        }

        if (!SigV4Timestamp.TryParse(Required(parameters.Date, "X-Amz-Date"), out DateTimeOffset signedAt))
        {
            throw new SignatureException("X-Amz-Date is not of the form yyyyMMddTHHmmssZ.");
        }

        string expires = Required(parameters.Expires, "X-Amz-Expires");
        if (expires.Length > 6 || expires.AsSpan().ContainsAnyExceptInRange('0', '9') ||
            !int.TryParse(expires, out int seconds) || seconds is < 1 or > SecondsOfSevenDays)
        {
            throw new SignatureException("X-Amz-Expires is not a number of seconds from 1 to 604800 (7 days).");
        }

        string? fromHeader = Single(request.Headers, ContentHashHeader);
        if (fromHeader is not null && parameters.ContentHash is not null && fromHeader != parameters.ContentHash)
        {
            throw new SignatureException("The query and the header name different payload hashes.");
        }

        return Create(
            SigV4Form.Presigned, Required(parameters.Credential, "X-Amz-Credential"),
            Required(parameters.SignedHeaders, "X-Amz-SignedHeaders"), Required(parameters.Signature, "X-Amz-Signature"),
            signedAt, TimeSpan.FromSeconds(seconds), parameters.ContentHash ?? fromHeader);
    }

    private static SignatureClaim Create(
        SigV4Form form, string credential, string signedHeaders, string signature, DateTimeOffset signedAt, TimeSpan lifetime, string? payloadHash)
    {
        CredentialScope scope = CredentialScope.Parse(credential);
        string timestamp = SigV4Timestamp.Format(signedAt);
        if (!timestamp.StartsWith(scope.Date, StringComparison.Ordinal))
        {
            throw new SignatureException("The credential's date is not the day on which the request was signed.");
        }

        SignedHeaderList.Check(signedHeaders);
        if (signature.Length != 64 || signature.AsSpan().ContainsAnyExcept(LowerCaseHex))
        {
            throw new SignatureException("The signature is not 64 lower-case hexadecimal digits.");
        }

        return new SignatureClaim
        {
            Form = form,
            AccessKey = scope.AccessKey,
            Date = scope.Date,
            Region = scope.Region,
            Service = scope.Service,
            SignedHeaders = signedHeaders,
            Signature = Convert.FromHexString(signature),
            Timestamp = timestamp,
            SignedAt = signedAt,
            Lifetime = lifetime,
            PayloadHash = payloadHash,
        };
    }

    private static string Required(string? value, string name) =>
        value ?? throw new SignatureException($"The presigned link lacks {name}.");

    private static string? Single(IHeaderDictionary headers, string name)
    {
        StringValues values = headers[name];
        return values.Count <= 1 ? values.ToString() is { Length: > 0 } value ? value.Trim() : null
            : throw new SignatureException($"The request has more than one {name} header.");
    }
}
