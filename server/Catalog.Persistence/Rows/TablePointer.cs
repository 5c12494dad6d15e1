namespace Catalog.Persistence.Rows;

/// <summary>What a load needs of a table.</summary>
public readonly record struct TablePointer(long Id, string MetadataLocation);
