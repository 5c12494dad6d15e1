using System.Collections.Concurrent;
using Catalog.Core;
using Catalog.Core.Access;
using Catalog.Server.Authentication.SigV4;

namespace Catalog.Server.Authentication.AIStor;

/// <summary>An access key that was looked up, with the signing keys derived from its secret. The secret itself is not kept.</summary>
internal sealed class RememberedAccessKey(AccessKey key)
{
    private const int MostScopes = 32;
    private readonly ConcurrentDictionary<Scope, byte[]> _signingKeys = new();

    public AccessKey Key { get; } = key;

    public Caller Caller { get; } = CallerOf(key);

    /// <summary>Whether what was derived of <paramref name="other"/>'s secret holds for this one's too.</summary>
    public bool HasSecretOf(AccessKey other) => Key.Id == other.Id && Key.Policy == other.Policy && other.RevokedAt is null;

    public byte[]? FindSigningKey(SignatureClaim claim) =>
        _signingKeys.TryGetValue(Scope.Of(claim), out byte[]? signingKey) ? signingKey : null;

    /// <summary>Keeps a signing key that has proved right; wrong guesses at scopes take no room.</summary>
    public void Keep(SignatureClaim claim, byte[] signingKey)
    {
        if (_signingKeys.Count >= MostScopes)
        {
            _signingKeys.Clear();
        }

        _signingKeys[Scope.Of(claim)] = signingKey;
    }

    private static Caller CallerOf(AccessKey key)
    {
        Permissions permissions = key.ReadPermissions();
        return new Caller($"aistor:{key.Id}", Surface.AIStor, CanWrite: true) { Permissions = permissions };
    }

    private readonly record struct Scope(string Date, string Region, string Service)
    {
        public static Scope Of(SignatureClaim claim) => new(claim.Date, claim.Region, claim.Service);
    }
}
