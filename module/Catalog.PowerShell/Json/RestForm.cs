using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Catalog.PowerShell.Json;

/// <summary>Turns what a user gives (builder objects, hashtables, JSON text) into the REST spec's own form.</summary>
internal static class RestForm
{
    private const int MaxDepth = 64;

    /// <summary>Makes a list of parts from one or many, in any of the forms.</summary>
    public static IEnumerable<JsonElement> ReadMany(object? input) => Unwrap(input) switch
    {
        null => [],
        string text => ReadText(text),
        IDictionary or PSCustomObject or TableUpdate or TableRequirement or TableChange or TableField => [ToElement(input)],
        IEnumerable items => items.Cast<object?>().SelectMany(ReadMany),
        _ => [ToElement(input)],
    };

    /// <summary>Makes one part; text is read as JSON.</summary>
    public static JsonElement Read(object input)
        => Unwrap(input) is string text ? Parse(text) : ToElement(input);

    public static JsonElement ToElement(object? input) => JsonSerializer.SerializeToElement(ToNode(input, 0), JsonElementContext.Default.JsonNode);

    public static JsonElement Parse(string json)
    {
        try
        {
            return JsonElement.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        }
        catch (JsonException error)
        {
            throw new JsonException($"The text is not JSON: {error.Message}", error);
        }
    }

    private static JsonElement[] ReadText(string text)
    {
        JsonElement json = Parse(text);
        return json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray()] : [json];
    }

    private static JsonNode? ToNode(object? input, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new JsonException($"The value is nested more than {MaxDepth} levels deep.");
        }

        return Unwrap(input) switch
        {
            null => null,
            string text => JsonValue.Create(text),
            bool flag => JsonValue.Create(flag),
            SwitchParameter flag => JsonValue.Create(flag.IsPresent),
            int number => JsonValue.Create(number),
            long number => JsonValue.Create(number),
            decimal number => JsonValue.Create(number),
            double number => JsonValue.Create(number),
            Guid id => JsonValue.Create(id.ToString()),
            TableUpdate update => JsonNode.Parse(update.Json),
            TableRequirement requirement => JsonNode.Parse(requirement.Json),
            TableChange change => FromChange(change, depth),
            NamespaceName name => new JsonArray([.. name.Levels.Select(level => JsonValue.Create(level))]),
            TableSchema schema => SchemaWriter.ToNode(schema),
            TableField field => SchemaWriter.ToNode(field),
            TableType type => SchemaWriter.ToNode(type),
            TablePartitionSpec spec => LayoutWriter.ToNode(spec),
            TablePartitionField field => LayoutWriter.ToNode(field),
            TableSortOrder order => LayoutWriter.ToNode(order),
            TableSortField field => LayoutWriter.ToNode(field),
            IDictionary dictionary => FromDictionary(dictionary, depth),
            PSCustomObject => FromProperties(PSObject.AsPSObject(input!), depth),
            IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(item => ToNode(item, depth + 1))]),
            IConvertible number when number.GetTypeCode() is > TypeCode.Char and < TypeCode.DateTime => JsonNode.Parse(number.ToString(CultureInfo.InvariantCulture)),
            object other => JsonValue.Create(LanguagePrimitives.ConvertTo<string>(other)),
        };
    }

    private static JsonObject FromChange(TableChange change, int depth) => new()
    {
        ["identifier"] = new JsonObject { ["namespace"] = ToNode(change.Namespace, depth + 1), ["name"] = change.Name },
        ["requirements"] = new JsonArray([.. change.Requirements.Select(r => JsonNode.Parse(r.Json))]),
        ["updates"] = new JsonArray([.. change.Updates.Select(u => JsonNode.Parse(u.Json))]),
    };

    private static JsonObject FromDictionary(IDictionary dictionary, int depth)
    {
        JsonObject json = [];
        foreach (DictionaryEntry entry in dictionary)
        {
            json[LanguagePrimitives.ConvertTo<string>(entry.Key)] = ToNode(entry.Value, depth + 1);
        }

        return json;
    }

    private static JsonObject FromProperties(PSObject value, int depth)
    {
        JsonObject json = [];
        foreach (PSPropertyInfo property in value.Properties)
        {
            json[property.Name] = ToNode(property.Value, depth + 1);
        }

        return json;
    }

    /// <summary>Takes the wrapper off, but not from objects that are nothing else.</summary>
    public static object? Unwrap(object? input) => input is PSObject { BaseObject: var inner } ? inner : input;
}
