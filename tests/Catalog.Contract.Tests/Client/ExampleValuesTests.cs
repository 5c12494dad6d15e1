using System.Text.Json.Nodes;
using Catalog.Testing.Contract;

namespace Catalog.Contract.Tests.Client;

public sealed class ExampleValuesTests
{
    private static readonly ContractDescription Contract = ContractDescription.Current;

    [Fact]
    public void Examples_OfACommit_HoldEveryActionRequirementAndKindOfType()
    {
        string text = string.Concat(new ExampleValues(Contract.Document).Of("CommitTableRequest").Select(e => e.ToJsonString()));

        JsonObject schemas = Contract.Document["components"]!["schemas"]!.AsObject();
        foreach (string name in new[] { "TableUpdate", "TableRequirement", "FieldType" })
        {
            foreach ((string value, _) in schemas[name]!["discriminator"]!["mapping"]!.AsObject())
            {
                text.ShouldContain($":\"{value}\"");
            }
        }

        text.ShouldContain("9007199254740993");
        text.ShouldContain("\"F47AC10B-58CC-4372-A567-0E02B2C3D479\"");
    }
}
