using System.Text.Json;

namespace Catalog.Iceberg.Schemas;

/// <summary>Checks that a column's default is a value of the column's type, in the format's single-value JSON.</summary>
internal static class DefaultValues
{
    public static void Check(string column, string field, IcebergType type, ReadOnlyMemory<byte> json)
    {
        if (json.IsEmpty)
        {
            return;
        }

        using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 256 });
        if (!Fits(type, document.RootElement))
        {
            throw new MetadataValidationException($"Invalid {field} of {column}: not a value of type {type}", field);
        }
    }

    private static bool Fits(IcebergType type, JsonElement value) => type switch
    {
        PrimitiveType primitive => Fits(primitive, value),
        // A struct's default is empty: its fields have defaults of their own.
        StructType => value.ValueKind == JsonValueKind.Object,
        ListType list => value.ValueKind == JsonValueKind.Array
            && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Null ? !list.Element.Required : Fits(list.Element.Type, item)),
        MapType => value.ValueKind == JsonValueKind.Object
            && value.TryGetProperty("keys", out JsonElement keys) && keys.ValueKind == JsonValueKind.Array
            && value.TryGetProperty("values", out JsonElement values) && values.ValueKind == JsonValueKind.Array
            && keys.GetArrayLength() == values.GetArrayLength(),
        _ => false,
    };

    private static bool Fits(PrimitiveType type, JsonElement value) => type.Kind switch
    {
        PrimitiveKind.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        PrimitiveKind.Int => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        PrimitiveKind.Long => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        PrimitiveKind.Float or PrimitiveKind.Double => value.ValueKind == JsonValueKind.Number,
        PrimitiveKind.Fixed => IsHex(value, type.Length),
        PrimitiveKind.Binary => IsHex(value, null),
        PrimitiveKind.Uuid => Text(value) is { } text && Guid.TryParseExact(text, "D", out _),
        PrimitiveKind.Date => Text(value) is { } text && DateOnly.TryParseExact(text, "yyyy-MM-dd", out _),
        // Variant, geometry, geography and unknown columns have no default but null.
        PrimitiveKind.Unknown or PrimitiveKind.Variant or PrimitiveKind.Geometry or PrimitiveKind.Geography => false,
        _ => value.ValueKind == JsonValueKind.String,
    };

    private static bool IsHex(JsonElement value, int? length) =>
        Text(value) is { } text
        && text.Length % 2 == 0
        && (length is null || text.Length == 2L * length)
        && text.All(char.IsAsciiHexDigit);

    private static string? Text(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
