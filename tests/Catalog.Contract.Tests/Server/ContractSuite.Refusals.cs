using System.Text;
using System.Text.Json.Nodes;
using Catalog.Contract.Tests.Client;
using Catalog.Testing.Contract;
using Catalog.Testing.Rest;

namespace Catalog.Contract.Tests.Server;

// What every operation must refuse. The contract says which operations, parameters and members there are, so that none is
// forgotten.
public abstract partial class ContractSuite
{
    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task Operation_WithoutOrWithWrongCredentials_Is401(string id)
    {
        ContractOperation operation = Operation(id);
        foreach (string authorization in new[] { "", "Bearer", "Bearer None", "Bearer flx_0000", "Basic bWU6eW91", "AWS4-HMAC-SHA256 Credential=a", "AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/s3tables/aws4_request, SignedHeaders=host, Signature=00" })
        {
            using RawCatalog client = Open(SurfaceOf(operation));
            RawAnswer answer = await client.SendRawAsync(
                new HttpMethod(operation.Method), Target(operation), BodyOf(operation), "application/json",
                new Dictionary<string, string> { ["Authorization"] = authorization }, TestContext.Current.CancellationToken);

            answer.Status.ShouldBe(401, $"{operation} with '{authorization}': {answer.Text}");
            answer.Headers.WwwAuthenticate.ToString().ShouldBe(SurfaceOf(operation) == Surface.Planasonix ? "Bearer" : "");
        }
    }

    [Theory]
    [MemberData(nameof(TakingJson))]
    public async Task Operation_WithABodyThatIsNoObject_Is400(string id)
    {
        ContractOperation operation = Operation(id);
        await GroundAsync(SurfaceOf(operation));
        foreach (string body in Unparsable.Append(string.Concat(Enumerable.Repeat("{\"a\":", 5000))))
        {
            RawAnswer answer = await SendAsync(operation, Target(operation), Encoding.UTF8.GetBytes(body));

            ShouldBeBadRequest(operation, answer, body);
        }
    }

    [Theory]
    [MemberData(nameof(TakingJson))]
    public async Task Operation_WithARequiredMemberMissingOrOfAnotherType_Is400(string id)
    {
        ContractOperation operation = Operation(id);
        await GroundAsync(SurfaceOf(operation));
        string schema = operation.RequestSchemas["application/json"];
        JsonNode? required = Contract.Document["components"]!["schemas"]![schema]!["required"];
        JsonObject body = JsonNode.Parse(BodyOf(operation)!)!.AsObject();
        List<JsonObject> wrong = [.. (required as JsonArray ?? []).Select(member => Without(body, member!.GetValue<string>()))];
        foreach (JsonObject example in new ExampleValues(Contract.Document).Of(schema).OfType<JsonObject>().Take(1))
        {
            wrong.AddRange(example.Select(member => With(body, member.Key, member.Value is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String ? 17 : "17")));
        }

        List<string> accepted = [];
        foreach (string spoiled in wrong.Select(w => w.ToJsonString()))
        {
            RawAnswer answer = await SendAsync(operation, Target(operation), Encoding.UTF8.GetBytes(spoiled));
            if (answer.Status != 400)
            {
                accepted.Add($"{answer.Status}: {spoiled}");
            }
        }

        accepted.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(TakingJson))]
    public async Task Operation_WithAnotherMediaType_Is415(string id)
    {
        ContractOperation operation = Operation(id);
        await GroundAsync(SurfaceOf(operation));
        foreach (string media in new[] { "text/plain", "application/x-www-form-urlencoded", "application/xml" })
        {
            RawAnswer answer = await SendAsync(operation, Target(operation), BodyOf(operation), media);

            answer.Status.ShouldBe(415, $"{operation} as {media}: {answer.Text}");
        }
    }

    [Theory]
    [MemberData(nameof(TakingQuery))]
    public async Task Operation_WithAQueryValueThatIsNone_Is400(string id)
    {
        ContractOperation operation = Operation(id);
        await GroundAsync(SurfaceOf(operation));
        foreach (ContractParameter parameter in operation.Parameters.Where(p => p.In == "query"))
        {
            foreach (string value in WrongValues(parameter))
            {
                RawAnswer answer = await SendAsync(operation, $"{Target(operation)}?{parameter.Name}={value}", BodyOf(operation));

                ShouldBeBadRequest(operation, answer, $"{parameter.Name}={value}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Mutating))]
    public async Task Mutation_WithAKeyThatIsNoUuid_Is400(string id)
    {
        ContractOperation operation = Operation(id);
        await GroundAsync(SurfaceOf(operation));
        foreach (string key in new[] { "1", "019a3f1e-79b0-7cc3-98c4", "not-a-uuid-at-all-but-thirty-six-xx" })
        {
            RawAnswer answer = await SendAsync(operation, Target(operation), BodyOf(operation), headers: new() { ["Idempotency-Key"] = key });

            ShouldBeBadRequest(operation, answer, key);
            answer.ErrorMessage.ShouldContain("Idempotency-Key");
        }
    }

    [Theory]
    [MemberData(nameof(Placed))]
    public async Task Operation_OnWhatIsNotThere_Is404(string id)
    {
        ContractOperation operation = Operation(id);
        await GroundAsync(SurfaceOf(operation));
        foreach (ContractParameter parameter in operation.Parameters.Where(p => p.In == "path"))
        {
            RawAnswer answer = await SendAsync(operation, Target(operation, parameter.Name), BodyOf(operation));

            answer.Status.ShouldBe(404, $"{operation} without the {parameter.Name}: {answer.Text}");
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Path_WithAnotherMethod_Is405AndSaysWhich(string path)
    {
        ContractOperation[] operations = [.. Contract.Operations.Where(o => o.Path == path)];
        foreach (string method in new[] { "GET", "POST", "PUT", "PATCH", "DELETE" }.Except(operations.Select(o => o.Method)))
        {
            using RawCatalog client = Open(SurfaceOf(operations[0]));
            RawAnswer answer = await client.SendRawAsync(
                new HttpMethod(method), Target(operations[0]), null, null, cancellationToken: TestContext.Current.CancellationToken);

            answer.Status.ShouldBe(405, $"{method} {path}: {answer.Text}");
        }
    }

    private static void ShouldBeBadRequest(ContractOperation operation, RawAnswer answer, string sent)
    {
        answer.Status.ShouldBe(400, $"{operation} with {(sent.Length > 200 ? sent[..200] : sent)}: {answer.Text}");
        answer.ErrorType.ShouldBe(SurfaceErrors.Of(SurfaceOf(operation)).BadRequest, operation.Method == "HEAD" ? "" : sent);
    }
}
