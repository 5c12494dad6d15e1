using System.Text.Json;

namespace Catalog.Sdk.Commits;

/// <summary>A scan or commit report of an engine (Iceberg REST spec, <c>ReportMetricsRequest</c>), sent as it is.</summary>
public sealed class MetricsReport
{
    private MetricsReport(JsonElement json) => Json = json;

    /// <summary>The JSON of the report.</summary>
    public JsonElement Json { get; }

    /// <summary>Reads a report from the JSON form of the REST spec.</summary>
    /// <param name="json">An object with a string <c>report-type</c>.</param>
    /// <returns>The report.</returns>
    /// <exception cref="JsonException">There is no such object.</exception>
    public static MetricsReport Parse(string json)
    {
        JsonElement element = JsonElement.Parse(json);
        return element.ValueKind == JsonValueKind.Object
            && element.TryGetProperty("report-type", out JsonElement type) && type.ValueKind == JsonValueKind.String
            ? new MetricsReport(element)
            : throw new JsonException("A metrics report is an object with a string 'report-type'.");
    }
}
