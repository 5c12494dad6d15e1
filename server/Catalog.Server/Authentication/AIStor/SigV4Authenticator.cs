using Catalog.Core;
using Catalog.Core.Access;
using Catalog.Server.Authentication.SigV4;
using Catalog.Server.Requests;
using Microsoft.AspNetCore.Http.Features;

namespace Catalog.Server.Authentication.AIStor;

/// <summary>Authenticates AIStor requests by their AWS Signature Version 4, in the Authorization header or presigned.</summary>
internal sealed class SigV4Authenticator(AccessKeys accessKeys, TimeProvider time, bool allowUnsignedPayload) : IRequestAuthenticator
{
    private readonly RememberedCredentials<string, RememberedAccessKey> _remembered = new(time);

    public async ValueTask<Caller> AuthenticateAsync(HttpContext context, RequestBody body)
    {
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        SignedRequest request = new(context.Request.Method, target, context.Request.Headers);
        try
        {
            SignatureClaim claim = SignatureClaimReader.Read(request);
            SignatureVerifier.CheckTime(claim, time.GetUtcNow());
            RememberedAccessKey accessKey = Find(claim.AccessKey);
            byte[]? known = accessKey.FindSigningKey(claim);
            byte[] signingKey = known ?? SigningKey.Derive(accessKeys.RevealSecret(accessKey.Key), claim);

            // Where the head names the body's hash, the head is proved before anything of the body is read.
            bool bodyFollows = HasBody(context);
            if (ClaimedPayload(request.Method, claim, bodyFollows) is { } claimed)
            {
                Demand(SignatureVerifier.Verify(signingKey, request, claim, claimed));
                ReadOnlyMemory<byte> content = bodyFollows ? await body.ReadAsync().ConfigureAwait(false) : default;
                if (!claimed.Matches(content.Span))
                {
                    throw new SignatureException("The body is not the one whose hash was signed.");
                }
            }
            else
            {
                ReadOnlyMemory<byte> content = await body.ReadAsync().ConfigureAwait(false);
                Demand(SignatureVerifier.Verify(signingKey, request, claim, PayloadOf(claim, content.Span)));
            }

            if (known is null)
            {
                accessKey.Keep(claim, signingKey);
            }

            return accessKey.Caller;
        }
        catch (SignatureException e)
        {
            throw new NotAuthenticatedException(e.Message);
        }
    }

    private static void Demand(bool verified)
    {
        if (!verified)
        {
            throw new SignatureException("The signature is not the one that this request and this access key give. Check the secret key and how the request is signed.");
        }
    }

    private static bool HasBody(HttpContext context) =>
        context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? context.Request.ContentLength is not 0;

    // Null when only the body itself can tell.
    private PayloadHash? ClaimedPayload(string method, SignatureClaim claim, bool bodyFollows)
    {
        if (claim.PayloadHash is { } hash)
        {
            return PayloadHash.Parse(hash, allowUnsignedPayload);
        }

        // Signers of S3 links write UNSIGNED-PAYLOAD, for they know of none. Where there is none, nothing is unsigned.
        bool bodiless = !bodyFollows && (HttpMethods.IsGet(method) || HttpMethods.IsHead(method));
        return bodiless && IsS3Link(claim) ? PayloadHash.OfS3Link([]) : bodyFollows ? null : PayloadHash.Empty;
    }

    private PayloadHash PayloadOf(SignatureClaim claim, ReadOnlySpan<byte> body) =>
        allowUnsignedPayload && IsS3Link(claim) ? PayloadHash.OfS3Link(body) : PayloadHash.Of(body);

    private static bool IsS3Link(SignatureClaim claim) => claim is { Form: SigV4Form.Presigned, Service: "s3" };

    private RememberedAccessKey Find(string key)
    {
        int revision = accessKeys.Revision;
        if (_remembered.Find(key, revision) is { } remembered)
        {
            return remembered;
        }

        if (accessKeys.Find(key) is not { RevokedAt: null } found)
        {
            _remembered.Forget(key);
            throw new NotAuthenticatedException("The access key does not exist or was revoked.", AuthenticationFault.UnknownAccessKey);
        }

        // The secret of a key never changes: what was derived from it is good for as long as the key is.
        RememberedAccessKey fresh = _remembered.FindOld(key) is { } old && old.HasSecretOf(found) ? old : new RememberedAccessKey(found);
        _remembered.Remember(key, fresh, revision);
        return fresh;
    }
}
