using System.Text.Json.Nodes;
using Catalog.Testing.Contract;

namespace Catalog.Contract.Tests.Documents;

public sealed class AnswerTests
{
    private static readonly ContractDescription Contract = ContractDescription.Current;

    public static TheoryData<string> OperationIds => [.. Contract.Operations.Select(o => o.Id)];

    [Theory]
    [MemberData(nameof(OperationIds))]
    public void Operation_Each_HasOneSuccessAndBothKindsOfError(string id)
    {
        ContractOperation operation = Contract.Operations.Single(o => o.Id == id);
        string errorBody = id == "planasonixGetToken" ? "OAuthError" : "IcebergErrorResponse";

        operation.Responses.Count(r => r.Status.StartsWith('2')).ShouldBe(1, "Kiota has one type for success");
        foreach (string status in new[] { "4XX", "5XX" })
        {
            ContractResponse response = operation.Responses.Single(r => r.Status == status);
            response.Schemas.ShouldBe(new Dictionary<string, string> { ["application/json"] = errorBody });
        }

        operation.Responses.Select(r => r.Status).Except(["200", "204", "304", "4XX", "5XX"]).ShouldBeEmpty();
    }

    [Fact]
    public void Errors_Both_NameTheMessageForTheException()
    {
        JsonObject schemas = Contract.Document["components"]!["schemas"]!.AsObject();

        schemas["ErrorModel"]!["properties"]!["message"]!["x-ms-primary-error-message"]!.GetValue<bool>().ShouldBeTrue();
        schemas["OAuthError"]!["properties"]!["error_description"]!["x-ms-primary-error-message"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public void Responses_All_CarryTheRequestId() => Contract.Document["components"]!["responses"]!.AsObject()
        .Where(r => r.Value!["headers"]?["X-Request-Id"] is null)
        .Select(r => r.Key)
        .ShouldBeEmpty();

    [Fact]
    public void Mutations_All_TakeAnIdempotencyKey() => Contract.Operations
        .Where(o => o.Method is "POST" or "DELETE" or "PUT" or "PATCH" && o.Id != "planasonixGetToken")
        .Where(o => !o.Parameters.Any(p => p is { Name: "Idempotency-Key", In: "header" }))
        .ShouldBeEmpty();

    [Fact]
    public void Heads_Both_AnswerAsTheirSurfacesDo()
    {
        ContractOperation[] heads = [.. Contract.Operations.Where(o => o.Method == "HEAD")];

        heads.Length.ShouldBe(4);
        foreach (ContractOperation head in heads)
        {
            head.Responses[0].Status.ShouldBe(head.Path.StartsWith("/_iceberg", StringComparison.Ordinal) ? "200" : "204");
        }
    }
}
