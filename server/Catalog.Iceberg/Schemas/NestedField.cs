using System.Text.Json;

namespace Catalog.Iceberg.Schemas;

/// <summary>A column, or a part of one: a struct field, a list element, a map key or value.</summary>
public sealed class NestedField
{
    internal NestedField(int id, string name, bool required, IcebergType type)
    {
        Id = id;
        Name = name;
        Required = required;
        Type = type;
    }

    /// <summary>The id, unique in the table.</summary>
    public int Id { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Says whether every row must have a value.</summary>
    public bool Required { get; }

    /// <summary>The type.</summary>
    public IcebergType Type { get; }

    /// <summary>The comment, or null.</summary>
    public string? Doc { get; internal init; }

    /// <summary>The JSON of the default for rows written before the field was added; empty if there is none.</summary>
    public ReadOnlyMemory<byte> InitialDefault { get; internal init; }

    /// <summary>The JSON of the default for rows written without the field; empty if there is none.</summary>
    public ReadOnlyMemory<byte> WriteDefault { get; internal init; }

    /// <summary>Says whether two fields are the same, down to docs and defaults.</summary>
    /// <param name="other">The field to compare with.</param>
    public bool SameAs(NestedField other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Id == other.Id
            && Required == other.Required
            && Name == other.Name
            && Doc == other.Doc
            && Type.SameAs(other.Type)
            && SameJson(InitialDefault, other.InitialDefault)
            && SameJson(WriteDefault, other.WriteDefault);
    }

    /// <inheritdoc />
    public override string ToString() => $"{Id}: {Name}: {(Required ? "required" : "optional")} {Type}";

    private static bool SameJson(ReadOnlyMemory<byte> left, ReadOnlyMemory<byte> right)
    {
        if (left.Span.SequenceEqual(right.Span))
        {
            return true;
        }

        if (left.IsEmpty || right.IsEmpty)
        {
            return false;
        }

        using var leftValue = JsonDocument.Parse(left, new JsonDocumentOptions { MaxDepth = 256 });
        using var rightValue = JsonDocument.Parse(right, new JsonDocumentOptions { MaxDepth = 256 });
        return JsonElement.DeepEquals(leftValue.RootElement, rightValue.RootElement);
    }
}
