using System.Text.Json.Nodes;
using Catalog.Testing.Contract;

namespace Catalog.Contract.Tests.Server;

// What there is to try, read from the contract.
public abstract partial class ContractSuite
{
    private const string TokenOperation = "planasonixGetToken";
    private static readonly ContractDescription Contract = ContractDescription.Current;
    private static readonly string[] Unparsable = ["", "{", "[1,]", "[]", "null", "\"text\"", "17", "{\"a\":1}}", "\uFEFF\0"];

    public static TheoryData<string> Guarded => [.. Contract.Operations.Select(o => o.Id).Where(id => id != TokenOperation)];

    public static TheoryData<string> TakingJson => [.. Contract.Operations
        .Where(o => o.RequestSchemas.ContainsKey("application/json"))
        .Select(o => o.Id)];

    public static TheoryData<string> TakingQuery => [.. Contract.Operations
        .Where(o => o.Parameters.Any(p => p.In == "query"))
        .Select(o => o.Id)];

    public static TheoryData<string> Mutating => [.. Contract.Operations
        .Where(o => o.Parameters.Any(p => p.Name == "Idempotency-Key"))
        .Select(o => o.Id)];

    public static TheoryData<string> Placed => [.. Contract.Operations
        .Where(o => o.Parameters.Any(p => p.In == "path"))
        .Select(o => o.Id)];

    public static TheoryData<string> Paths => [.. Contract.Operations.Select(o => o.Path).Distinct()];

    private static IEnumerable<string> WrongValues(ContractParameter parameter) => parameter.Schema["type"]!.GetValue<string>() switch
    {
        "integer" => ["0", "-1", "one", "1.5", "99999999999999999999"],
        "boolean" => ["maybe", "2"],
        _ when parameter.Schema["enum"] is not null => ["none"],
        _ when parameter.Name == "pageToken" => ["foreign", "%C3%A4", "AAAA"],
        _ => [],
    };

    private static JsonObject Without(JsonObject body, string member)
    {
        JsonObject copy = body.DeepClone().AsObject();
        copy.Remove(member);
        return copy;
    }

    private static JsonObject With(JsonObject body, string member, JsonNode value)
    {
        JsonObject copy = body.DeepClone().AsObject();
        copy[member] = value;
        return copy;
    }
}
