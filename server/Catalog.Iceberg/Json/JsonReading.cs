using System.Text.Json;

namespace Catalog.Iceberg.Json;

/// <summary>Reads values strictly: a value of another type is refused with the name of its field.</summary>
internal static class JsonReading
{
    public static MetadataValidationException Missing(string field) => new($"Missing field: {field}", field);

    public static void ExpectObject(this ref Utf8JsonReader reader, string field)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new MetadataValidationException($"{field} must be an object", field);
        }
    }

    public static void ExpectArray(this ref Utf8JsonReader reader, string field)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new MetadataValidationException($"{field} must be an array", field);
        }
    }

    /// <summary>Moves to the next member's value. False at the end of the object.</summary>
    public static bool NextMember(this ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Moves to the next element. False at the end of the array.</summary>
    public static bool NextElement(this ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    /// <summary>Notes that a known member was met; JSON with the same member twice means two things and is refused.</summary>
    public static void Once(ref uint seen, int bit, string field)
    {
        uint mask = 1u << bit;
        if ((seen & mask) != 0)
        {
            throw new MetadataValidationException($"Duplicate field: {field}", field);
        }

        seen |= mask;
    }

    public static long ReadInt64(this ref Utf8JsonReader reader, string field)
    {
        reader.Read();
        return reader.Int64Value(field);
    }

    public static long Int64Value(this ref Utf8JsonReader reader, string field) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long value)
            ? value
            : throw new MetadataValidationException($"{field} must be a 64-bit integer", field);

    public static long? ReadOptionalInt64(this ref Utf8JsonReader reader, string field)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : reader.Int64Value(field);
    }

    public static int ReadInt32(this ref Utf8JsonReader reader, string field)
    {
        reader.Read();
        return reader.Int32Value(field);
    }

    public static int Int32Value(this ref Utf8JsonReader reader, string field) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int value)
            ? value
            : throw new MetadataValidationException($"{field} must be an integer", field);

    public static int? ReadOptionalInt32(this ref Utf8JsonReader reader, string field)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : reader.Int32Value(field);
    }

    public static string ReadString(this ref Utf8JsonReader reader, string field)
    {
        reader.Read();
        return reader.StringValue(field);
    }

    public static string StringValue(this ref Utf8JsonReader reader, string field)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new MetadataValidationException($"{field} must be a string", field);
        }

        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new MetadataValidationException($"{field} is not valid Unicode", field, e);
        }
    }

    public static string NameValue(this ref Utf8JsonReader reader, string owner)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new MetadataValidationException($"A name in {owner} is not valid Unicode", owner, e);
        }
    }

    public static string? ReadOptionalString(this ref Utf8JsonReader reader, string field)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : reader.StringValue(field);
    }

    public static bool ReadBoolean(this ref Utf8JsonReader reader, string field)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => throw new MetadataValidationException($"{field} must be true or false", field),
        };
    }

    public static int[] ReadInt32Array(this ref Utf8JsonReader reader, string field)
    {
        reader.Read();
        reader.ExpectArray(field);
        List<int> values = [];
        while (reader.NextElement())
        {
            values.Add(reader.Int32Value(field));
        }

        return values.Count == 0 ? [] : [.. values];
    }

    /// <summary>Skips the value of an unknown member.</summary>
    public static void SkipValue(this ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    /// <summary>The bytes of the value just read, which began at <paramref name="start"/>.</summary>
    public static ReadOnlyMemory<byte> Slice(this ref Utf8JsonReader reader, ReadOnlyMemory<byte> document, long start) =>
        document[(int)start..(int)reader.BytesConsumed];
}
