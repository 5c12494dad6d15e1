using Catalog.Core.Access.Policies;
using Catalog.Persistence;

namespace Catalog.Core.Access;

/// <summary>The access keys of the AIStor surface.</summary>
public sealed class AccessKeys(CatalogDatabase database, ISecretProtector protector, TimeProvider time)
{
    private const string Selection = "SELECT id, access_key, name, policy, secret, created_ms, revoked_ms FROM access_keys";
    private int _revision;

    /// <summary>
    /// Changes whenever this process changes or revokes a key: what was remembered of any key under an earlier revision no longer counts.
    /// </summary>
    public int Revision => Volatile.Read(ref _revision);

    /// <summary>The access key, also a revoked one; null when there is none.</summary>
    public AccessKey? Find(string key) => database.Read(key, static (session, key) => Find(session, key));

    /// <summary>All access keys, oldest first.</summary>
    public IReadOnlyList<AccessKey> List() => database.Read(static session =>
    {
        using Statement statement = session.Prepare(Selection + " ORDER BY id");
        List<AccessKey> all = [];
        while (statement.Step())
        {
            all.Add(Read(statement));
        }

        return all;
    });

    /// <summary>The secret of a key, for deriving a signing key from it; keep it no longer than that takes.</summary>
    public string RevealSecret(AccessKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return protector.Unprotect(key.SealedSecret);
    }

    /// <summary>Makes an access key. Its secret is in the answer and nowhere else in plain.</summary>
    /// <exception cref="InvalidPolicyException">The policy would not be understood.</exception>
    public Task<IssuedAccessKey> CreateAsync(string name, string policy, CancellationToken cancellationToken = default) =>
        AddAsync(name, policy, SecretText.NewAccessKey(), SecretText.NewSecretKey(), cancellationToken);

    /// <summary>Adds an access key that the operator chose. One that is there with the same secret stays as it is.</summary>
    /// <exception cref="InvalidPolicyException">The policy would not be understood.</exception>
    /// <exception cref="InvalidRequestException">The access key exists with another secret, or was revoked.</exception>
    public async Task<IssuedAccessKey> AddAsync(string name, string policy, string key, string secret, CancellationToken cancellationToken = default)
    {
        Organisations.CheckName(name, "access key");
        _ = PolicyPermissions.Parse(policy);
        if (Find(key) is { } known)
        {
            return Same(known, secret);
        }

        byte[] sealedSecret = protector.Protect(secret);
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        AccessKey kept = await database.WriteAsync(
            transaction =>
            {
                using Statement insert = transaction.Prepare(
                    "INSERT INTO access_keys (access_key, secret, name, policy, created_ms) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (access_key) DO NOTHING");
                insert.Bind(1, key).Bind(2, sealedSecret).Bind(3, name).Bind(4, policy).Bind(5, now).Execute();
                return Find(transaction, key)!;
            },
            cancellationToken).ConfigureAwait(false);
        return Same(kept, secret);
    }

    /// <summary>Gives an access key another policy; false when there is no such key or it had ended.</summary>
    /// <exception cref="InvalidPolicyException">The policy would not be understood.</exception>
    public Task<bool> SetPolicyAsync(string key, string policy, CancellationToken cancellationToken = default)
    {
        _ = PolicyPermissions.Parse(policy);
        return ChangeAsync("UPDATE access_keys SET policy = $1 WHERE access_key = $2 AND revoked_ms IS NULL", statement => statement.Bind(1, policy).Bind(2, key), cancellationToken);
    }

    /// <summary>Ends an access key; false when there is no such key or it had ended.</summary>
    public Task<bool> RevokeAsync(string key, CancellationToken cancellationToken = default)
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return ChangeAsync("UPDATE access_keys SET revoked_ms = $1 WHERE access_key = $2 AND revoked_ms IS NULL", statement => statement.Bind(1, now).Bind(2, key), cancellationToken);
    }

    private async Task<bool> ChangeAsync(string sql, Func<Statement, Statement> bind, CancellationToken cancellationToken)
    {
        bool changed = await database.WriteAsync(
            transaction =>
            {
                using Statement update = transaction.Prepare(sql);
                return bind(update).Execute() == 1;
            },
            cancellationToken).ConfigureAwait(false);
        Interlocked.Increment(ref _revision);
        return changed;
    }

    private IssuedAccessKey Same(AccessKey kept, string secret) => kept.RevokedAt is null && RevealSecret(kept) == secret
        ? new IssuedAccessKey(kept, secret)
        : throw new InvalidRequestException("The access key exists with another secret, or was revoked", "accessKey");

    private static AccessKey? Find(DatabaseSession session, string key)
    {
        using Statement statement = session.Prepare(Selection + " WHERE access_key = $1");
        return statement.Bind(1, key).Step() ? Read(statement) : null;
    }

    private static AccessKey Read(Statement row) => new(
        row.Number(0), row.Text(1), row.Text(2), row.Text(3), row.Bytes(4).ToArray(),
        DateTimeOffset.FromUnixTimeMilliseconds(row.Number(5)),
        row.IsNull(6) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.Number(6)));
}
