using System.Text.Json;
using System.Text.RegularExpressions;

namespace Catalog.Iceberg.Schemas;

/// <summary>Checks that a column's default is a value of the column's type, in the format's single-value JSON.</summary>
internal static partial class DefaultValues
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
        // Java's readers refuse a whole number here, and with it the table.
        PrimitiveKind.Float or PrimitiveKind.Double => value.ValueKind == JsonValueKind.Number && value.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') > 0,
        PrimitiveKind.Fixed => IsHex(value, type.Length),
        PrimitiveKind.Binary => IsHex(value, null),
        PrimitiveKind.Uuid => Text(value) is { } text && Guid.TryParseExact(text, "D", out _),
        PrimitiveKind.Decimal => Text(value) is { } text && Decimal().Match(text) is { Success: true } match && match.Groups[1].Length == type.Scale,
        PrimitiveKind.Date => Text(value) is { } text && Date().IsMatch(text),
        PrimitiveKind.Time => Text(value) is { } text && Time().IsMatch(text),
        PrimitiveKind.Timestamp or PrimitiveKind.TimestampNs => Text(value) is { } text && Timestamp().IsMatch(text),
        PrimitiveKind.Timestamptz or PrimitiveKind.TimestamptzNs => Text(value) is { } text && Timestamptz().IsMatch(text),
        // Variant, geometry, geography and unknown columns have no default but null.
        PrimitiveKind.Unknown or PrimitiveKind.Variant or PrimitiveKind.Geometry or PrimitiveKind.Geography => false,
        _ => value.ValueKind == JsonValueKind.String,
    };

    [GeneratedRegex(@"^-?[0-9]+(?:\.([0-9]+))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^[+-]?[0-9]{4,9}-[0-9][0-9]-[0-9][0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"^[0-9][0-9]:[0-9][0-9](?::[0-9][0-9](?:\.[0-9]{1,9})?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex(@"^[+-]?[0-9]{4,9}-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9](?::[0-9][0-9](?:\.[0-9]{1,9})?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Timestamp();

    [GeneratedRegex(@"^[+-]?[0-9]{4,9}-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9](?::[0-9][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-]00:00)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Timestamptz();

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
