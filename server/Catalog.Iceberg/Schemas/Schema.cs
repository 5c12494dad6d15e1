using Catalog.Iceberg.Json;

namespace Catalog.Iceberg.Schemas;

/// <summary>A schema of a table: its columns and their ids.</summary>
public sealed class Schema : IElement
{
    private SchemaIndex? _index;

    internal Schema(int schemaId, StructType structure, IReadOnlyList<int> identifierFieldIds, ReadOnlyMemory<byte> json)
    {
        SchemaId = schemaId;
        Structure = structure;
        IdentifierFieldIds = identifierFieldIds;
        Json = json;
        HighestFieldId = SchemaRules.CheckIdsAndNames(this);
    }

    /// <summary>The id.</summary>
    public int SchemaId { get; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<NestedField> Fields => Structure.Fields;

    /// <summary>The ids of the fields that identify a row.</summary>
    public IReadOnlyList<int> IdentifierFieldIds { get; }

    /// <summary>The highest id of any field at any depth; 0 without fields.</summary>
    public int HighestFieldId { get; }

    /// <summary>The JSON as it was read.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    long IElement.Key => SchemaId;

    internal StructType Structure { get; }

    internal SchemaIndex Index => _index ??= SchemaIndex.Of(this);

    /// <summary>Says whether two schemas are the same apart from their ids.</summary>
    /// <param name="other">The schema to compare with.</param>
    public bool SameAs(Schema other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Structure.SameAs(other.Structure)
            && IdentifierFieldIds.Count == other.IdentifierFieldIds.Count
            && IdentifierFieldIds.ToHashSet().SetEquals(other.IdentifierFieldIds);
    }
}
