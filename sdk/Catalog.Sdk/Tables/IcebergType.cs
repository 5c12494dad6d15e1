using System.Text.Json;
using System.Text.Json.Serialization;
using Catalog.Sdk.Serialization;

namespace Catalog.Sdk.Tables;

/// <summary>The type of a column or field: primitive, struct, list or map (Iceberg spec, "Schemas and Data Types").</summary>
[JsonConverter(typeof(IcebergTypeConverter))]
public abstract record IcebergType
{
    private protected IcebergType()
    {
    }

    /// <summary>Whether the type holds no further fields.</summary>
    public bool IsPrimitive => this is PrimitiveType;

    /// <summary>Reads a type from its JSON form, or a primitive one from its bare name.</summary>
    /// <param name="text">A name such as <c>long</c> or <c>decimal(10,2)</c>, or the JSON of a struct, list or map.</param>
    /// <returns>The type.</returns>
    /// <exception cref="JsonException">The JSON is not a type.</exception>
    public static IcebergType Parse(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        string trimmed = text.Trim();
        return trimmed[0] is '{' or '"'
            ? JsonSerializer.Deserialize(trimmed, CatalogJson.Default.IcebergType) ?? throw new JsonException("The type is null.")
            : new PrimitiveType(trimmed);
    }

    /// <summary>Takes the name of a primitive type, or a type's JSON, for the type.</summary>
    /// <param name="text">As in <see cref="Parse"/>.</param>
    public static implicit operator IcebergType(string text) => Parse(text);
}
