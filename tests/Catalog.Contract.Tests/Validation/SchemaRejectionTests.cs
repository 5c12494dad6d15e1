using System.Text.Json;
using System.Text.Json.Nodes;
using Catalog.Contract.Tests.Client;
using Catalog.Testing.Contract;

namespace Catalog.Contract.Tests.Validation;

/// <summary>Spoils valid examples of every schema, one place at a time: the validator must notice each time.</summary>
public sealed class SchemaRejectionTests
{
    private static readonly ContractDescription Contract = ContractDescription.Current;
    private static readonly ExampleValues Examples = new(Contract.Document);

    public static TheoryData<string> SchemaNames => [.. Contract.Schemas.Names];

    [Theory]
    [MemberData(nameof(SchemaNames))]
    public void Validate_EveryExample_IsAccepted(string name)
    {
        foreach (JsonNode example in Examples.Of(name))
        {
            Faults(name, example).ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(SchemaNames))]
    public void Validate_RequiredMemberMissing_IsRejected(string name)
    {
        foreach (string member in Required(name))
        {
            foreach (JsonObject example in Examples.Of(name).OfType<JsonObject>())
            {
                example.Remove(member);
                Faults(name, example).ShouldNotBeEmpty($"{name} without {member}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(SchemaNames))]
    public void Validate_MemberOfAnotherType_IsRejected(string name)
    {
        foreach (JsonObject example in Examples.Of(name).OfType<JsonObject>())
        {
            foreach ((string member, JsonNode? value) in example.ToList())
            {
                if (member is "initial-default" or "write-default" or "any" or "filter")
                {
                    continue;
                }

                JsonNode? wrong = value is JsonValue scalar && scalar.GetValueKind() == JsonValueKind.String ? JsonValue.Create(17) : JsonValue.Create("17");
                JsonNode spoiled = example.DeepClone();
                spoiled[member] = member is "type" or "element" or "key" or "value" && name is "StructField" or "ListType" or "MapType" ? JsonValue.Create(17) : wrong;
                Faults(name, spoiled).ShouldNotBeEmpty($"{name} with {member} as {spoiled[member]!.ToJsonString()}");
            }
        }
    }

    [Theory]
    [InlineData("IcebergErrorResponse")]
    [InlineData("ErrorModel")]
    [InlineData("OAuthError")]
    [InlineData("OAuthTokenResponse")]
    [InlineData("CatalogConfig")]
    [InlineData("ListNamespacesResponse")]
    [InlineData("CreateNamespaceResponse")]
    [InlineData("GetNamespaceResponse")]
    [InlineData("UpdateNamespacePropertiesResponse")]
    [InlineData("ListTablesResponse")]
    [InlineData("LoadTableResult")]
    [InlineData("CommitTableResponse")]
    [InlineData("ListWarehousesResponse")]
    [InlineData("CreateWarehouseResponse")]
    [InlineData("Warehouse")]
    [InlineData("CommitTransactionResponse")]
    public void Validate_UndocumentedMemberInOurAnswer_IsRejected(string name)
    {
        JsonObject example = Examples.Of(name)[0].AsObject();
        example["undocumented"] = true;

        Faults(name, example).ShouldNotBeEmpty();
    }

    [Fact]
    public void Validate_UnknownMemberInMetadata_IsAccepted()
    {
        JsonObject example = Examples.Of("LoadTableResult")[0].AsObject();
        example["metadata"]!["from-the-future"] = new JsonObject { ["a"] = 1 };
        example["metadata"]!["snapshots"]![0]!["also"] = 2;

        Faults("LoadTableResult", example).ShouldBeEmpty();
    }

    [Fact]
    public void Validate_UpdateThatDoesNotFitItsAction_IsRejected()
    {
        JsonObject commit = new()
        {
            ["requirements"] = new JsonArray(),
            ["updates"] = new JsonArray(new JsonObject { ["action"] = "set-location", ["locations"] = "file:///x" }),
        };

        Faults("CommitTableRequest", commit).ShouldNotBeEmpty();
    }

    private static IReadOnlyList<string> Faults(string name, JsonNode value) =>
        Contract.Schemas.Validate(name, JsonSerializer.SerializeToElement(value));

    private static IEnumerable<string> Required(string name)
    {
        JsonNode schema = Contract.Document["components"]!["schemas"]![name]!;
        return new[] { schema, schema["allOf"]?[1] }
            .SelectMany(s => s?["required"] as JsonArray ?? [])
            .Select(r => r!.GetValue<string>());
    }
}
