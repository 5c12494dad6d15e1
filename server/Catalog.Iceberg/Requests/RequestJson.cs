using System.Text.Json;
using Catalog.Iceberg.Json;

namespace Catalog.Iceberg.Requests;

/// <summary>Reads members of a request strictly: what is missing or of another type is refused by name.</summary>
internal static class RequestJson
{
    public static void RequireObject(this JsonElement json, string what)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new MetadataValidationException($"{what} must be an object", what);
        }
    }

    public static JsonElement? Optional(this JsonElement json, string field) =>
        json.TryGetProperty(field, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static JsonElement Required(this JsonElement json, string field) => json.Optional(field) ?? throw JsonReading.Missing(field);

    public static string RequiredText(this JsonElement json, string field) => Text(json.Required(field), field);

    public static string? OptionalText(this JsonElement json, string field) => json.Optional(field) is { } value ? Text(value, field) : null;

    public static int RequiredInt32(this JsonElement json, string field) => Int32(json.Required(field), field);

    public static long RequiredInt64(this JsonElement json, string field) => Int64(json.Required(field), field);

    public static long? OptionalInt64(this JsonElement json, string field) => json.Optional(field) is { } value ? Int64(value, field) : null;

    public static bool OptionalBoolean(this JsonElement json, string field) => json.Optional(field)?.ValueKind switch
    {
        null or JsonValueKind.False => false,
        JsonValueKind.True => true,
        _ => throw new MetadataValidationException($"{field} must be true or false", field),
    };

    public static JsonElement.ArrayEnumerator RequiredArray(this JsonElement json, string field) => Array(json.Required(field), field);

    public static IReadOnlyList<int> RequiredInt32s(this JsonElement json, string field) =>
        [.. json.RequiredArray(field).Select(value => Int32(value, field))];

    public static IReadOnlyList<long> RequiredInt64s(this JsonElement json, string field) =>
        [.. json.RequiredArray(field).Select(value => Int64(value, field))];

    public static IReadOnlyList<string> RequiredTexts(this JsonElement json, string field) =>
        [.. json.RequiredArray(field).Select(value => Text(value, field))];

    public static IReadOnlyDictionary<string, string> TextMap(this JsonElement json, string field)
    {
        json.RequireObject(field);
        var map = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonProperty member in json.EnumerateObject())
        {
            map[Name(member, field)] = Text(member.Value, $"{field}.{Name(member, field)}");
        }

        return map;
    }

    public static JsonElement.ArrayEnumerator Array(this JsonElement json, string field) => json.ValueKind == JsonValueKind.Array
        ? json.EnumerateArray()
        : throw new MetadataValidationException($"{field} must be an array", field);

    public static string Text(this JsonElement json, string field)
    {
        if (json.ValueKind != JsonValueKind.String)
        {
            throw new MetadataValidationException($"{field} must be a string", field);
        }

        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new MetadataValidationException($"{field} is not valid Unicode", field, e);
        }
    }

    private static string Name(JsonProperty member, string field)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException e)
        {
            throw new MetadataValidationException($"A name in {field} is not valid Unicode", field, e);
        }
    }

    private static int Int32(JsonElement json, string field) => json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out int value)
        ? value
        : throw new MetadataValidationException($"{field} must be an integer", field);

    private static long Int64(JsonElement json, string field) => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out long value)
        ? value
        : throw new MetadataValidationException($"{field} must be a 64-bit integer", field);
}
