using System.Text.Json;
using Catalog.Server.Configuration;
using Catalog.Server.Tests.Errors;
using Catalog.Server.Tests.Running;
using Catalog.Testing.Rest;

namespace Catalog.Server.Tests.Configuration;

public sealed class ConfigEndpointTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("/v1/config")]
    [InlineData("/v1/config?warehouse=main")]
    [InlineData("/v1/config?warehouse=")]
    public async Task Planasonix_NamesTheWarehouseAndNoPrefix(string target)
    {
        JsonElement config = (await server.Planasonix.SendRawAsync(HttpMethod.Get, target, null, null)).Json;

        config.GetProperty("defaults").GetRawText().ShouldBe("""{"warehouse":"main"}""");
        config.GetProperty("overrides").GetRawText().ShouldBe("{}");
        config.GetProperty("idempotency-key-lifetime").GetString().ShouldBe("PT30M");
        config.GetProperty("endpoints").EnumerateArray().Select(e => e.GetString()).ShouldBe(ServedEndpoints.All);
    }

    [Theory]
    [InlineData("/_iceberg/v1/config?warehouse=main")]
    [InlineData("/_iceberg/v1/main/config?warehouse=main")]
    [InlineData("/_iceberg/v1/main/config")]
    public async Task AIStor_NamesThePrefix(string target)
    {
        JsonElement config = (await server.AIStor.SendRawAsync(HttpMethod.Get, target, null, null)).Json;

        config.GetProperty("overrides").GetRawText().ShouldBe("""{"prefix":"main"}""");
        config.GetProperty("endpoints").GetArrayLength().ShouldBe(ServedEndpoints.All.Count);
    }

    [Theory]
    [InlineData("/_iceberg/v1/config", 400, "BadRequest")]
    [InlineData("/_iceberg/v1/main/config?warehouse=other", 400, "BadRequest")]
    [InlineData("/_iceberg/v1/config?warehouse=nowhere", 404, "IcebergWarehouseNotFound")]
    public async Task AIStor_WrongWarehouse_IsRefused(string target, int status, string type)
    {
        RawAnswer answer = await server.AIStor.SendRawAsync(HttpMethod.Get, target, null, null);

        RefusalTests.ShouldBeError(answer, status);
        answer.ErrorType.ShouldBe(type);
    }

    [Fact]
    public async Task Planasonix_OtherWarehouse_IsNotFound() =>
        RefusalTests.ShouldBeError(await server.Planasonix.SendRawAsync(HttpMethod.Get, "/v1/config?warehouse=other", null, null), 404);
}
