namespace Catalog.Storage;

/// <summary>A file that a listing found.</summary>
/// <param name="Location">Where it is.</param>
/// <param name="ModifiedAt">When it was last written.</param>
public readonly record struct StoredFile(FileLocation Location, DateTimeOffset ModifiedAt);
