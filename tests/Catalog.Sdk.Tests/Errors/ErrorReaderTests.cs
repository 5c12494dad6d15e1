using System.Net;
using System.Text;
using Catalog.Sdk.Errors;
using Catalog.Sdk.Tests.Wire;

namespace Catalog.Sdk.Tests.Errors;

/// <summary>Which exception an answer becomes.</summary>
public sealed class ErrorReaderTests
{
    [Theory]
    [InlineData(404, "NoSuchTableException", typeof(NoSuchTableException))]
    [InlineData(404, "IcebergTableNotFound", typeof(NoSuchTableException))]
    [InlineData(404, "NoSuchNamespaceException", typeof(NoSuchNamespaceException))]
    [InlineData(404, "IcebergNamespaceNotFound", typeof(NoSuchNamespaceException))]
    [InlineData(404, "IcebergWarehouseNotFound", typeof(NoSuchWarehouseException))]
    [InlineData(404, "NotFoundException", typeof(NotFoundException))]
    [InlineData(409, "AlreadyExistsException", typeof(AlreadyExistsException))]
    [InlineData(409, "IcebergTableAlreadyExists", typeof(AlreadyExistsException))]
    [InlineData(409, "IcebergNamespaceNotEmptyError", typeof(NotEmptyException))]
    [InlineData(409, "IcebergWarehouseNotEmpty", typeof(NotEmptyException))]
    [InlineData(409, "CommitFailedException", typeof(CommitConflictException))]
    [InlineData(400, "BadRequestException", typeof(InvalidRequestException))]
    [InlineData(422, "UnprocessableEntityException", typeof(InvalidRequestException))]
    [InlineData(401, "SignatureDoesNotMatch", typeof(NotAuthenticatedException))]
    [InlineData(419, "AuthenticationTimeoutException", typeof(NotAuthenticatedException))]
    [InlineData(403, "AccessDenied", typeof(ForbiddenException))]
    [InlineData(429, "TooManyRequests", typeof(TooManyRequestsException))]
    [InlineData(500, "InternalError", typeof(ServiceUnavailableException))]
    [InlineData(409, "Odd", typeof(CatalogException))]
    public void Read_StatusAndType_ChooseTheException(int status, string type, Type expected)
    {
        CatalogException error = Read(status, $$$"""{"error":{"message":"told","type":"{{{type}}}","code":{{{status}}}}}""", ErrorSubject.Catalog);

        error.ShouldBeOfType(expected);
        error.Message.ShouldBe("told");
        error.ErrorType.ShouldBe(type);
        error.StatusCode.ShouldBe((HttpStatusCode)status);
        error.RequestId.ShouldBe("r-7");
        error.ResponseBody.ShouldBeNull();
    }

    [Theory]
    [InlineData("Table", typeof(NoSuchTableException))]
    [InlineData("Namespace", typeof(NoSuchNamespaceException))]
    [InlineData("Warehouse", typeof(NoSuchWarehouseException))]
    [InlineData("Catalog", typeof(NotFoundException))]
    public void Read_NotFoundWithoutAType_GoesByWhatTheCallIsAbout(string subject, Type expected) =>
        Read(404, "", Enum.Parse<ErrorSubject>(subject)).ShouldBeOfType(expected);

    [Fact]
    public void Read_AnswerOfAProxy_KeepsItsBeginning()
    {
        CatalogException error = Read(502, "<html>" + new string('x', 5000), ErrorSubject.Table);

        error.Message.ShouldBe("The server answered 502 (BadGateway).");
        error.ResponseBody!.Length.ShouldBe(2048);
        error.IsTransient.ShouldBeTrue();
    }

    [Fact]
    public async Task Answer_OfAnotherShape_IsUnexpected()
    {
        var server = new ScriptedServer();
        server.When(_ => ScriptedServer.Json("[1]"));
        using PlanasonixClient client = TestClient.Planasonix(server);

        await Should.ThrowAsync<UnexpectedResponseException>(() => client.Catalog.LoadTableAsync("db.t"));
        await Should.ThrowAsync<UnexpectedResponseException>(() => client.Catalog.GetNamespaceAsync("db"));
        await Should.ThrowAsync<UnexpectedResponseException>(async () => await client.Catalog.ListNamespacesAsync().CountAsync());
    }

    private static CatalogException Read(int status, string body, ErrorSubject subject) => ErrorReader.Read(
        new CatalogResponse((HttpStatusCode)status, new Dictionary<string, IReadOnlyList<string>> { ["X-Request-Id"] = ["r-7"] }, Encoding.UTF8.GetBytes(body)),
        subject,
        TimeProvider.System);
}
