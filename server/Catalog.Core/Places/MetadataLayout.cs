namespace Catalog.Core;

/// <summary>Where the metadata files of a table go unless the table's properties say otherwise.</summary>
public enum MetadataLayout
{
    /// <summary><c>&lt;location&gt;/metadata/</c></summary>
    BesideTable,

    /// <summary><c>&lt;warehouse&gt;/.aistor-tables/&lt;the location's path in the warehouse&gt;/metadata/</c></summary>
    WarehouseFolder,
}
