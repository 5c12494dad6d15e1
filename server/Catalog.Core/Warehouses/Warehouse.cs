namespace Catalog.Core;

/// <summary>A warehouse: the root of namespaces and tables, with a folder of its own in the object store.</summary>
/// <param name="Id">Its number in the database.</param>
/// <param name="Name">Its name.</param>
/// <param name="Bucket">The bucket (on the file store: the folder) that holds its files.</param>
/// <param name="Uuid">Its identity, also after a later warehouse takes the name.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Location">The URI of its folder, without a trailing slash.</param>
/// <param name="Properties">Free properties given at creation.</param>
public sealed record Warehouse(
    WarehouseId Id,
    string Name,
    string Bucket,
    Guid Uuid,
    DateTimeOffset CreatedAt,
    string Location,
    IReadOnlyDictionary<string, string> Properties);
