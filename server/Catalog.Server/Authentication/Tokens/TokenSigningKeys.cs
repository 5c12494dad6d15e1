using System.Collections.Frozen;
using System.Security.Cryptography;
using Catalog.Core;
using Catalog.Core.Access;
using Microsoft.IdentityModel.Tokens;

namespace Catalog.Server.Authentication.Tokens;

/// <summary>
/// The keys that sign tokens: files of 32 random bytes in the data folder (<c>keys/token-….key</c>, for the owner alone).
/// Every server on that folder accepts what any of them signed; the newest signs.
/// </summary>
internal sealed class TokenSigningKeys(CatalogOptions options, TimeProvider time)
{
    private const string Pattern = "token-*.key";
    private static readonly TimeSpan Rescan = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SigningAge = TimeSpan.FromDays(30);
    private static readonly TimeSpan AcceptedAge = TimeSpan.FromDays(37);
    private readonly Lock _gate = new();
    private FrozenDictionary<string, SymmetricSecurityKey> _keys = FrozenDictionary<string, SymmetricSecurityKey>.Empty;
    private SymmetricSecurityKey? _newest;
    private DateTimeOffset _newestMade;
    private long _scanned;

    /// <summary>The key to sign with; a new one each month.</summary>
    public SymmetricSecurityKey Current()
    {
        lock (_gate)
        {
            if (_newest is null || time.GetUtcNow() - _newestMade > SigningAge)
            {
                Load();
                if (_newest is null || time.GetUtcNow() - _newestMade > SigningAge)
                {
                    DateTimeOffset now = time.GetUtcNow();
                    string id = $"{now:yyyyMMdd}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
                    _ = KeyFiles.GetOrCreate(options.DataPath, $"token-{id}.key");
                    Load();
                }
            }

            return _newest!;
        }
    }

    /// <summary>The key of that id; null when there is none. Another server may have made it just now.</summary>
    public SymmetricSecurityKey? Find(string id)
    {
        lock (_gate)
        {
            if (!_keys.TryGetValue(id, out SymmetricSecurityKey? key) && (_scanned == 0 || time.GetElapsedTime(_scanned) > Rescan))
            {
                Load();
                _keys.TryGetValue(id, out key);
            }

            return key;
        }
    }

    private void Load()
    {
        _scanned = time.GetTimestamp();
        Dictionary<string, SymmetricSecurityKey> keys = [];
        _newest = null;
        foreach (string name in KeyFiles.List(options.DataPath, Pattern).Order(StringComparer.Ordinal))
        {
            string id = Path.GetFileNameWithoutExtension(name)["token-".Length..];
            DateTimeOffset made = DateTimeOffset.TryParseExact(id.Split('-')[0], "yyyyMMdd", null, System.Globalization.DateTimeStyles.AssumeUniversal, out DateTimeOffset day)
                ? day
                : DateTimeOffset.MinValue;
            if (time.GetUtcNow() - made < AcceptedAge)
            {
                keys[id] = new SymmetricSecurityKey(KeyFiles.GetOrCreate(options.DataPath, name)) { KeyId = id };
                (_newest, _newestMade) = (keys[id], made);
            }
        }

        _keys = keys.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
