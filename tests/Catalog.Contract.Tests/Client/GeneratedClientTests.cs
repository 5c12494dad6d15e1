using System.Text.Json;
using System.Text.Json.Nodes;
using Catalog.Testing.Contract;
using Microsoft.Kiota.Abstractions;

namespace Catalog.Contract.Tests.Client;

/// <summary>Calls every operation with every parameter through the generated client; the contract says which there are.</summary>
public sealed class GeneratedClientTests
{
    private const string FragileName = "a\u001fb c+d/ä%1F.e";
    private static readonly ContractDescription Contract = ContractDescription.Current;
    private static readonly ExampleValues Examples = new(Contract.Document);

    public static TheoryData<string> OperationIds => [.. Contract.Operations.Select(o => o.Id)];

    [Theory]
    [MemberData(nameof(OperationIds))]
    public async Task Call_EveryParameterAndBody_ArrivesAsTheContractSays(string id)
    {
        ContractOperation operation = Contract.Operations.Single(o => o.Id == id);
        ContractResponse success = operation.Responses.Single(r => r.Status.StartsWith('2'));
        IReadOnlyList<JsonNode> bodies = operation.RequestSchemas.Count == 0 ? [] : Examples.Of(operation.RequestSchemas.Single().Value);
        IReadOnlyList<JsonNode> answers = success.Schemas.Count == 0 ? [] : Examples.Of(success.Schemas.Single().Value);

        for (int i = 0; i < Math.Max(1, Math.Max(bodies.Count, answers.Count)); i++)
        {
            JsonNode? body = bodies.Count == 0 ? null : bodies[Math.Min(i, bodies.Count - 1)];
            JsonNode? answer = answers.Count == 0 ? null : answers[Math.Min(i, answers.Count - 1)];
            ShouldBeValid(operation.RequestSchemas, body);
            ShouldBeValid(success.Schemas, answer);
            GeneratedCall call = CallOf(operation, body);
            using RecordingHandler handler = new(int.Parse(success.Status), answer?.ToJsonString());

            JsonNode? read = await call.SendAsync(handler);

            ShouldBeSent(operation, call, handler);
            ShouldBeSame(read, answer);
        }
    }

    [Theory]
    [MemberData(nameof(OperationIds))]
    public async Task Call_Refused_ThrowsTheDocumentedErrorWithItsMessage(string id)
    {
        ContractOperation operation = Contract.Operations.Single(o => o.Id == id);
        foreach (int status in new[] { 409, 503 })
        {
            string schema = operation.FindResponse(status)!.Schemas.Single().Value;
            JsonNode error = schema == "OAuthError"
                ? new JsonObject { ["error"] = "invalid_client", ["error_description"] = "the reason" }
                : new JsonObject { ["error"] = new JsonObject { ["message"] = "the reason", ["type"] = "SomeException", ["code"] = status } };
            using RecordingHandler handler = new(status, error.ToJsonString());

            ApiException thrown = await Should.ThrowAsync<ApiException>(() =>
                CallOf(operation, operation.RequestSchemas.Count == 0 ? null : Examples.Of(operation.RequestSchemas.Single().Value)[0]).SendAsync(handler));

            thrown.GetType().Name.ShouldBe(schema);
            thrown.Message.ShouldBe("the reason");
            thrown.ResponseStatusCode.ShouldBe(status);
        }
    }

    [Fact]
    public async Task Load_NotModified_IsNull()
    {
        foreach (ContractOperation load in Contract.Operations.Where(o => o.Responses.Any(r => r.Status == "304")))
        {
            using RecordingHandler handler = new(304, null);

            (await CallOf(load, null).SendAsync(handler)).ShouldBeNull();
        }
    }

    private static GeneratedCall CallOf(ContractOperation operation, JsonNode? body) => new(operation)
    {
        PathValues = operation.Parameters.Where(p => p.In == "path").ToDictionary(p => p.Name, p => p.Name + FragileName),
        Headers = operation.Parameters.Where(p => p.In == "header").ToDictionary(p => p.Name, p => Examples.One(p.Schema).ToString()),
        Query = operation.Parameters.Where(p => p.In == "query" && !InPathToo(operation, p)).ToDictionary(
            p => p.Name, p => p.Schema["type"]!.ToString() == "string" && p.Schema["enum"] is null ? p.Name + FragileName + "&x=1" : Examples.One(p.Schema)),
        Body = body,
    };

    // A name in both path and query is one variable of Kiota's URL template: the path's value goes into both.
    private static bool InPathToo(ContractOperation operation, ContractParameter parameter) =>
        operation.Parameters.Any(other => other.In == "path" && other.Name == parameter.Name);

    private static void ShouldBeSent(ContractOperation operation, GeneratedCall call, RecordingHandler handler)
    {
        HttpRequestMessage request = handler.Request.ShouldNotBeNull();
        request.Method.Method.ShouldBe(operation.Method);

        string path = call.PathValues.Aggregate(operation.Path, (p, v) => p.Replace($"{{{v.Key}}}", Uri.EscapeDataString(v.Value), StringComparison.Ordinal));
        request.RequestUri!.OriginalString.Split('?')[0].ShouldBe(GeneratedCall.Origin + path);
        request.RequestUri.AbsolutePath.ShouldBe(path);

        // Kiota writes a hyphen in a name as %2D, which is the same name.
        string query = request.RequestUri.Query.TrimStart('?').Replace("%2D", "-", StringComparison.Ordinal);
        query.Split('&', StringSplitOptions.RemoveEmptyEntries).Order().ShouldBe(
            call.Query.Select(q => (Name: q.Key, Value: q.Value.ToString()))
                .Concat(operation.Parameters.Where(p => p.In == "query" && InPathToo(operation, p)).Select(p => (p.Name, Value: call.PathValues[p.Name])))
                .Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value)}").Order());

        foreach ((string name, string value) in call.Headers)
        {
            request.Headers.GetValues(name).ShouldBe([value]);
        }

        request.Headers.Select(h => h.Key).Except(["Accept", .. call.Headers.Keys], StringComparer.OrdinalIgnoreCase).ShouldBeEmpty();
        if (call.Body is null)
        {
            handler.Body.ShouldBeNullOrEmpty();
            return;
        }

        request.Content!.Headers.ContentType!.MediaType.ShouldBe(operation.RequestSchemas.Single().Key);
        if (operation.RequestSchemas.ContainsKey("application/json"))
        {
            ShouldBeSame(JsonNode.Parse(handler.Body!), call.Body);
        }
        else
        {
            handler.Body!.Split('&').Order().ShouldBe(
                call.Body.AsObject().Select(m => $"{m.Key}={Uri.EscapeDataString(m.Value!.GetValue<string>())}").Order());
        }
    }

    private static void ShouldBeValid(IReadOnlyDictionary<string, string> schemas, JsonNode? value)
    {
        if (value is not null)
        {
            Contract.Schemas.Validate(schemas.Single().Value, JsonSerializer.SerializeToElement(value)).ShouldBeEmpty();
        }
    }

    private static void ShouldBeSame(JsonNode? actual, JsonNode? expected)
    {
        if (!JsonNode.DeepEquals(actual, expected))
        {
            Sorted(actual)!.ToJsonString().ShouldBe(Sorted(expected)!.ToJsonString());
        }
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, Sorted(m.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
