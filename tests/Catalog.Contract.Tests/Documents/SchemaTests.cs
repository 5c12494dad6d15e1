using System.Text.Json.Nodes;
using Catalog.Testing.Contract;

namespace Catalog.Contract.Tests.Documents;

public sealed class SchemaTests
{
    private static readonly JsonObject Document = ContractDescription.Current.Document;

    /// <summary>Every object schema that declares no properties, and why it may.</summary>
    private static readonly Dictionary<string, string> Open = new()
    {
        ["StringMap/anyOf/0"] = "properties, config, defaults and overrides: free keys, string values",
        ["SnapshotSummary/anyOf/0"] = "summary: operation and free keys, string values",
        ["SnapshotReferences/anyOf/0"] = "refs: free names, each a SnapshotReference",
        ["MetricResults/anyOf/0"] = "metrics: free names, each a MetricResult",
        ["ScanFilter/anyOf/0/anyOf/1"] = "an expression tree, kept and never read by the server",
        ["FieldDefault/anyOf/0/anyOf/3"] = "a default of a nested type",
        ["CommitTransactionResponse"] = "an empty object: closed, nothing may stand in it",
    };

    [Fact]
    public void ObjectSchemas_WithoutProperties_AreTheRecordedOnes() => DocumentWalk.Schemas(Document)
        .Where(s => IsObject(s.Schema) && s.Schema["properties"] is null)
        .Select(s => s.Place)
        .Order()
        .ShouldBe(Open.Keys.Order());

    [Fact]
    public void Maps_All_SayWhatTheirValuesAre() => DocumentWalk.Schemas(Document)
        .Where(s => s.Schema["additionalProperties"] is JsonValue value && value.GetValue<bool>())
        .Select(s => s.Place)
        .ShouldBeEmpty();

    [Fact]
    public void Schemas_All_SayAType() => DocumentWalk.Schemas(Document)
        .Where(s => !new[] { "type", "$ref", "oneOf", "anyOf", "allOf" }.Any(s.Schema.ContainsKey))
        .Where(s => s.Schema["required"] is null)
        .Select(s => s.Place)
        .ShouldBeEmpty("a schema without a type accepts anything");

    [Fact]
    public void Integers_InBodies_Are64Bits() => DocumentWalk.Schemas(Document)
        .Where(s => Types(s.Schema).Contains("integer") && s.Schema["format"]?.GetValue<string>() != "int64")
        .Select(s => s.Place)
        .ShouldBe(["ErrorModel/properties/code"]);

    [Fact]
    public void Defaults_OnlyWhereAMemberHasOneValue() => DocumentWalk.Schemas(Document)
        .Where(s => s.Schema["default"] is not null)
        .Where(s => s.Schema["default"]!.ToJsonString() != s.Schema["const"]?.ToJsonString())
        .Select(s => s.Place)
        .ShouldBeEmpty("an absent value would be read as the default, and written");

    [Fact]
    public void Schemas_None_UsesWhatKiotaCannotKeep()
    {
        DocumentWalk.Schemas(Document).Where(s => s.Schema["readOnly"] is not null).Select(s => s.Place).ShouldBeEmpty();
        DocumentWalk.Schemas(Document).Where(s => s.Schema["enum"] is not null).Select(s => s.Place).ShouldBe(["SnapshotsMode"]);
        DocumentWalk.Schemas(Document)
            .Where(s => s.Schema["format"]?.GetValue<string>() is { } format && format is not ("int64" or "int32" or "date-time"))
            .Select(s => s.Place)
            .ShouldBeEmpty();
        DocumentWalk.Schemas(Document)
            .Where(s => s.Schema["allOf"] is JsonArray all && all.Count(part => part!["$ref"] is not null) != 1)
            .Select(s => s.Place)
            .ShouldBeEmpty("a second reference breaks inheritance");
    }

    [Fact]
    public void Discriminators_All_MapToSchemasWithThatValue()
    {
        JsonObject schemas = Document["components"]!["schemas"]!.AsObject();
        foreach ((string place, JsonObject schema) in DocumentWalk.Schemas(Document).Where(s => s.Schema["discriminator"] is not null))
        {
            string property = schema["discriminator"]!["propertyName"]!.GetValue<string>();
            foreach ((string value, JsonNode? target) in schema["discriminator"]!["mapping"]!.AsObject())
            {
                JsonNode child = schemas[target!.GetValue<string>().Split('/')[^1]]!;
                JsonNode own = child["allOf"]?[1] ?? child;
                own["properties"]![property]!["const"]!.GetValue<string>().ShouldBe(value, place);
            }
        }
    }

    [Fact]
    public void Actions_All_StandInTheDiscriminator()
    {
        JsonObject schemas = Document["components"]!["schemas"]!.AsObject();
        foreach (string name in new[] { "TableUpdate", "TableRequirement", "ReportMetricsRequest" })
        {
            string[] children = [.. schemas
                .Where(s => s.Value!["allOf"]?[0]?["$ref"]?.GetValue<string>() == "#/components/schemas/" + name)
                .Select(s => "#/components/schemas/" + s.Key)];
            schemas[name]!["discriminator"]!["mapping"]!.AsObject().Select(m => m.Value!.GetValue<string>()).Order().ShouldBe(children.Order());
        }
    }

    private static bool IsObject(JsonObject schema) => Types(schema).Contains("object") || schema["additionalProperties"] is not null;

    private static IEnumerable<string> Types(JsonObject schema) => schema["type"] switch
    {
        JsonArray many => many.Select(t => t!.GetValue<string>()),
        JsonValue one => [one.GetValue<string>()],
        _ => [],
    };
}
