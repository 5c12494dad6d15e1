namespace Catalog;

/// <summary>A connection to one catalog. It may be used from several runspaces at once.</summary>
public sealed class CatalogSession
{
    private ISessionConnection? _connection;

    internal CatalogSession(int id, Uri uri, CatalogSurface surface, string? warehouse, AuthenticationKind authentication, ISessionConnection connection)
    {
        Id = id;
        Uri = uri;
        Surface = surface;
        Warehouse = warehouse;
        Authentication = authentication;
        _connection = connection;
        ConnectedAt = DateTimeOffset.Now;
    }

    /// <summary>Gets the number of the session within this process.</summary>
    public int Id { get; }

    /// <summary>Gets the origin of the server.</summary>
    public Uri Uri { get; }

    /// <summary>Gets the service that the session speaks to.</summary>
    public CatalogSurface Surface { get; }

    /// <summary>Gets the warehouse, or nothing when none was chosen.</summary>
    public string? Warehouse { get; internal set; }

    /// <summary>Gets how the session proves who is calling.</summary>
    public AuthenticationKind Authentication { get; }

    /// <summary>Gets when the session was made.</summary>
    public DateTimeOffset ConnectedAt { get; }

    /// <summary>Gets a value indicating whether the session can be used.</summary>
    public bool IsConnected => Volatile.Read(ref _connection) is not null;

    internal ISessionConnection? Connection => Volatile.Read(ref _connection);

    /// <inheritdoc />
    public override string ToString() => Warehouse is null ? $"{Surface} {Uri}" : $"{Surface} {Uri} ({Warehouse})";

    internal void Close() => Interlocked.Exchange(ref _connection, null)?.Dispose();
}
