using Catalog.Persistence;

namespace Catalog.Core.Access;

/// <summary>The <c>flx_</c> keys of organisations.</summary>
public sealed class ApiKeys(CatalogDatabase database, CredentialHasher hasher, TimeProvider time)
{
    private const string Selection =
        $"SELECT k.id, k.name, k.can_write, k.created_ms, k.expires_ms, k.revoked_ms, {Organisations.Columns} FROM api_keys k " +
        "JOIN organisations o ON o.id = k.organisation_id JOIN warehouses w ON w.id = o.warehouse_id";
    private int _revision;

    /// <summary>
    /// Changes whenever this process revokes a key: what was remembered of any key under an earlier revision no longer counts.
    /// </summary>
    public int Revision => Volatile.Read(ref _revision);

    /// <summary>The key with that hash, revoked and expired ones too; null when there is none.</summary>
    public ApiKey? Find(in CredentialHash hash) => database.Read(hash, static (session, hash) =>
    {
        Span<byte> bytes = stackalloc byte[CredentialHash.Size];
        hash.CopyTo(bytes);
        return Find(session, bytes);
    });

    /// <summary>The key of that number, revoked and expired ones too; null when there is none.</summary>
    public ApiKey? Find(long id) => database.Read(id, static (session, id) => Find(session, id));

    /// <summary>All keys, or those of one organisation, oldest first.</summary>
    public IReadOnlyList<ApiKey> List(string? organisation = null) => database.Read(organisation, static (session, organisation) =>
    {
        using Statement statement = session.Prepare(Selection + " WHERE $1 IS NULL OR o.name = $1 ORDER BY k.id");
        statement.Bind(1, organisation);
        List<ApiKey> all = [];
        while (statement.Step())
        {
            all.Add(Read(statement));
        }

        return all;
    });

    /// <summary>Makes a key. Its text is in the answer and nowhere else.</summary>
    public Task<IssuedApiKey> CreateAsync(
        Organisation organisation, string name, bool canWrite, DateTimeOffset? expiresAt = null, CancellationToken cancellationToken = default) =>
        AddAsync(organisation, name, canWrite, SecretText.NewApiKey(), expiresAt, cancellationToken);

    /// <summary>Adds a key whose text the operator chose. One that is there already stays as it is.</summary>
    /// <exception cref="InvalidRequestException">The key belongs to another organisation, or was revoked.</exception>
    public async Task<IssuedApiKey> AddAsync(
        Organisation organisation, string name, bool canWrite, string text, DateTimeOffset? expiresAt = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        Organisations.CheckName(name, "API key");
        CredentialHash hash = hasher.Hash(text);
        ApiKey key = await database.WriteAsync(transaction => Add(transaction, organisation, name, canWrite, hash, expiresAt), cancellationToken).ConfigureAwait(false);
        return new IssuedApiKey(key, text);
    }

    /// <summary>Ends a key, and with it every token it was exchanged for; false when there is no such key or it had ended.</summary>
    public async Task<bool> RevokeAsync(long id, CancellationToken cancellationToken = default)
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        bool revoked = await database.WriteAsync(
            transaction =>
            {
                using Statement update = transaction.Prepare("UPDATE api_keys SET revoked_ms = $1 WHERE id = $2 AND revoked_ms IS NULL");
                return update.Bind(1, now).Bind(2, id).Execute() == 1;
            },
            cancellationToken).ConfigureAwait(false);
        Interlocked.Increment(ref _revision);
        return revoked;
    }

    private ApiKey Add(
        WriteTransaction transaction, Organisation organisation, string name, bool canWrite, in CredentialHash hash, DateTimeOffset? expiresAt)
    {
        Span<byte> bytes = stackalloc byte[CredentialHash.Size];
        hash.CopyTo(bytes);
        if (Find(transaction, bytes) is { } known)
        {
            return known.Organisation.Id == organisation.Id && known.RevokedAt is null
                ? known
                : throw new InvalidRequestException("The API key is in use elsewhere, or was revoked", "key");
        }

        using Statement insert = transaction.Prepare(
            "INSERT INTO api_keys (organisation_id, name, hash, can_write, created_ms, expires_ms) VALUES ($1, $2, $3, $4, $5, $6)");
        insert.Bind(1, organisation.Id).Bind(2, name).Bind(3, bytes).Bind(4, canWrite ? 1 : 0)
            .Bind(5, time.GetUtcNow().ToUnixTimeMilliseconds()).Bind(6, expiresAt?.ToUnixTimeMilliseconds()).Execute();
        return Find(transaction, bytes)!;
    }

    private static ApiKey? Find(DatabaseSession session, ReadOnlySpan<byte> hash)
    {
        using Statement statement = session.Prepare(Selection + " WHERE k.hash = $1");
        return statement.Bind(1, hash).Step() ? Read(statement) : null;
    }

    private static ApiKey? Find(DatabaseSession session, long id)
    {
        using Statement statement = session.Prepare(Selection + " WHERE k.id = $1");
        return statement.Bind(1, id).Step() ? Read(statement) : null;
    }

    private static ApiKey Read(Statement row) => new(
        row.Number(0), row.Text(1), Organisations.Read(row, 6), row.Number(2) != 0,
        Time(row, 3)!.Value, Time(row, 4), Time(row, 5));

    private static DateTimeOffset? Time(Statement row, int column) =>
        row.IsNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.Number(column));
}
