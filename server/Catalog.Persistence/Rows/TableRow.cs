namespace Catalog.Persistence.Rows;

/// <summary>A row of <c>tables</c>.</summary>
/// <param name="Id">Its number.</param>
/// <param name="NamespaceId">The namespace it lies in.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Uuid">The table's uuid, as its metadata has it.</param>
/// <param name="Place">Its location in one spelling, with a slash at its end.</param>
/// <param name="MetadataLocation">The pointer: the current metadata file.</param>
/// <param name="MetadataFolder">Where new metadata files go unless the table's properties say otherwise; no slash at its end.</param>
public sealed record TableRow(
    long Id,
    long NamespaceId,
    string Name,
    string Uuid,
    string Place,
    string MetadataLocation,
    string MetadataFolder);
