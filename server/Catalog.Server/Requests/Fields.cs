using System.Text.Json;
using Catalog.Core;

namespace Catalog.Server.Requests;

/// <summary>Reads fields of a request's body. What is wrong is said with the field's name; <c>null</c> means absent.</summary>
internal static class Fields
{
    public static string RequiredText(this JsonElement body, string name) =>
        body.OptionalText(name) ?? throw new InvalidRequestException($"{name} is missing", name);

    public static string? OptionalText(this JsonElement body, string name)
    {
        if (!body.TryGet(name, out JsonElement value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : throw new InvalidRequestException($"{name} must be a string", name);
    }

    public static bool OptionalSwitch(this JsonElement body, string name)
    {
        if (!body.TryGet(name, out JsonElement value))
        {
            return false;
        }

        return value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw new InvalidRequestException($"{name} must be true or false", name);
    }

    public static JsonElement RequiredObject(this JsonElement body, string name)
    {
        if (!body.TryGet(name, out JsonElement value))
        {
            throw new InvalidRequestException($"{name} is missing", name);
        }

        return value.ValueKind == JsonValueKind.Object ? value : throw new InvalidRequestException($"{name} must be an object", name);
    }

    /// <summary>A list of strings; empty when it is absent.</summary>
    public static List<string> Texts(this JsonElement body, string name)
    {
        List<string> texts = [];
        if (!body.TryGet(name, out JsonElement value))
        {
            return texts;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            throw new InvalidRequestException($"{name} must be an array of strings", name);
        }

        foreach (JsonElement item in value.EnumerateArray())
        {
            texts.Add(item.ValueKind == JsonValueKind.String
                ? item.GetString()!
                : throw new InvalidRequestException($"{name} must hold strings only", name));
        }

        return texts;
    }

    /// <summary>A map of strings, in the order they were sent; empty when it is absent.</summary>
    public static OrderedDictionary<string, string> Properties(this JsonElement body, string name)
    {
        OrderedDictionary<string, string> properties = new(StringComparer.Ordinal);
        if (!body.TryGet(name, out JsonElement value))
        {
            return properties;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidRequestException($"{name} must be an object of strings", name);
        }

        foreach (JsonProperty property in value.EnumerateObject())
        {
            properties[property.Name] = property.Value.ValueKind == JsonValueKind.String
                ? property.Value.GetString()!
                : throw new InvalidRequestException($"{name}: the value of '{property.Name}' must be a string", name);
        }

        return properties;
    }

    public static NamespaceName RequiredNamespace(this JsonElement body, string name)
    {
        List<string> levels = body.Texts(name);
        return levels.Count > 0 ? NamespaceName.Of(levels) : throw new InvalidRequestException($"{name} needs at least one level", name);
    }

    /// <summary>A table's identifier: <c>{"namespace":[...],"name":"..."}</c>.</summary>
    public static TableName RequiredTable(this JsonElement body, string name)
    {
        JsonElement identifier = body.RequiredObject(name);
        return new TableName(identifier.RequiredNamespace("namespace"), identifier.RequiredText("name"));
    }

    private static bool TryGet(this JsonElement body, string name, out JsonElement value) =>
        body.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
}
