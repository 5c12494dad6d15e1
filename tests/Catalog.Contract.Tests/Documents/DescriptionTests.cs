using System.Text.Json.Nodes;
using Catalog.Testing.Contract;

namespace Catalog.Contract.Tests.Documents;

public sealed class DescriptionTests
{
    private static readonly JsonObject Document = ContractDescription.Current.Document;

    [Fact]
    public void Operations_All_AreDescribedAndNotOnlySummarised()
    {
        (string Place, JsonObject Node)[] operations = [.. Paths().Where(o => o.Node["operationId"] is not null)];

        operations.Length.ShouldBe(ContractDescription.Current.Operations.Count);
        Undescribed(operations).ShouldBeEmpty();
        operations.Where(o => Text(o.Node, "description") == Text(o.Node, "summary")).ShouldBeEmpty();
    }

    [Fact]
    public void Components_All_AreDescribed()
    {
        foreach (string kind in new[] { "schemas", "parameters", "headers", "responses", "securitySchemes" })
        {
            JsonObject components = Document["components"]![kind]!.AsObject();
            components.Count.ShouldBePositive();
            Undescribed(components.Select(c => ($"{kind}/{c.Key}", c.Value!.AsObject()))).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Properties_All_AreDescribedWhereTheyStand() => Undescribed(
        DocumentWalk.Schemas(Document).Where(s => s.Place.Split('/') is [.., "properties", _])).ShouldBeEmpty();

    [Fact]
    public void InlineSchemas_All_AreDescribed() => Undescribed(DocumentWalk.Schemas(Document)
        .Where(s => s.Schema["$ref"] is null && s.Place.Split('/') is not [.., "allOf", _])).ShouldBeEmpty();

    [Fact]
    public void Inline_ParametersResponsesBodiesAndTags_AreDescribed()
    {
        Undescribed(Paths().Where(n => n.Node["in"] is not null && n.Node["name"] is not null)).ShouldBeEmpty();
        Undescribed(Paths().Where(n => n.Place.EndsWith("/requestBody", StringComparison.Ordinal))).ShouldBeEmpty();
        Undescribed(Paths().Where(n => n.Place.Split('/') is [.., "responses", _] && n.Node["$ref"] is null)).ShouldBeEmpty();
        Undescribed(Document["tags"]!.AsArray().Select((t, i) => ($"tags/{i}", t!.AsObject()))).ShouldBeEmpty();
    }

    [Fact]
    public void Descriptions_All_AreOneParagraph() => DocumentWalk.Objects(Document)
        .Where(n => n.Node["description"] is JsonValue)
        .Where(n => n.Node["description"]!.GetValue<string>() is var text
            && (text != text.Trim() || text.Contains('\n', StringComparison.Ordinal) || text.Contains("  ", StringComparison.Ordinal)))
        .Select(n => n.Place)
        .ShouldBeEmpty("line breaks vanish without a space in the client's comments");

    private static IEnumerable<(string Place, JsonObject Node)> Paths() => DocumentWalk.Objects(Document["paths"]);

    private static IEnumerable<string> Undescribed(IEnumerable<(string Place, JsonObject Node)> nodes) =>
        nodes.Where(n => Text(n.Node, "description").Length < 8).Select(n => n.Place);

    private static string Text(JsonObject node, string key) => node[key] is JsonValue value ? value.GetValue<string>() : "";
}
