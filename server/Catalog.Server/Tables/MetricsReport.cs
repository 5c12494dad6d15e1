using System.Text.Json;
using Catalog.Core;
using Catalog.Server.Requests;

namespace Catalog.Server.Tables;

/// <summary>Reads a report of metrics, which is kept as it came.</summary>
internal static class MetricsReport
{
    // Clients leave out what they do not know; what they do say must have the type that readers of the report expect.
    private static readonly (string Name, Func<JsonElement, bool> Fits)[] Members =
    [
        ("table-name", static value => value.ValueKind == JsonValueKind.String),
        ("snapshot-id", IsInteger),
        ("schema-id", IsInteger),
        ("sequence-number", IsInteger),
        ("operation", static value => value.ValueKind == JsonValueKind.String),
        ("filter", static value => value.ValueKind is JsonValueKind.True or JsonValueKind.False or JsonValueKind.Object),
        ("projected-field-ids", static value => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(IsInteger)),
        ("projected-field-names", static value => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(IsText)),
        ("metrics", static value => value.ValueKind == JsonValueKind.Object),
        ("metadata", static value => value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(p => IsText(p.Value))),
    ];

    /// <summary>The kind of report.</summary>
    /// <exception cref="InvalidRequestException">A member has another type than it must have.</exception>
    public static string TypeOf(JsonElement body)
    {
        string type = body.RequiredText("report-type");
        if (type.Length == 0)
        {
            throw new InvalidRequestException("report-type is empty", "report-type");
        }

        foreach ((string name, Func<JsonElement, bool> fits) in Members)
        {
            if (body.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null && !fits(value))
            {
                throw new InvalidRequestException($"{name} has a wrong type", name);
            }
        }

        return type;
    }

    private static bool IsInteger(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _);

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String;
}
