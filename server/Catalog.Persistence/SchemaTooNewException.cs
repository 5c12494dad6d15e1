namespace Catalog.Persistence;

/// <summary>The database was written by a newer version of Catalog: this one leaves it alone.</summary>
/// <param name="found">The schema version found.</param>
/// <param name="known">The newest schema version this program knows.</param>
public sealed class SchemaTooNewException(long found, long known)
    : Exception($"The catalog database has schema version {found}, newer than {known}, the newest this version knows. Start the newer version again.")
{
    /// <summary>The schema version found.</summary>
    public long Found { get; } = found;

    /// <summary>The newest schema version this program knows.</summary>
    public long Known { get; } = known;
}
