using System.Text;
using System.Text.Json;
using Catalog.Testing.Rest;

namespace Catalog.Contract.Tests.Server;

internal sealed partial class CatalogWalk
{
    private async Task ConfigureAsync()
    {
        if (surface == Surface.Planasonix)
        {
            RawAnswer own = await Ok(200, HttpMethod.Get, "/config");
            own.Json.GetProperty("defaults").GetProperty("warehouse").GetString().ShouldBe("main");
            own.Json.GetProperty("overrides").TryGetProperty("prefix", out _).ShouldBeFalse();
            await Ok(200, HttpMethod.Get, "/config?warehouse=main");
            await Refused(404, "NoSuchWarehouseException", HttpMethod.Get, "/config?warehouse=nobodys");
            return;
        }

        RawAnswer config = await Whole(200, HttpMethod.Get, "/_iceberg/v1/config?warehouse=main");
        config.Json.GetProperty("overrides").GetProperty("prefix").GetString().ShouldBe("main");
        JsonElement endpoints = config.Json.GetProperty("endpoints");
        endpoints.EnumerateArray().ShouldContain(e => e.GetString() == "POST /v1/{prefix}/transactions/commit");
        await Whole(404, HttpMethod.Get, "/_iceberg/v1/config?warehouse=nobodys");
        await Whole(400, HttpMethod.Get, "/_iceberg/v1/config");
        await Ok(200, HttpMethod.Get, "/config?warehouse=main");
        await Ok(200, HttpMethod.Get, "/config");
        await Refused(400, "BadRequest", HttpMethod.Get, "/config?warehouse=another");
    }

    private async Task WalkTokensAsync()
    {
        RawAnswer refused = await Form("grant_type=client_credentials&client_id=me&client_secret=flx_wrong");
        refused.Status.ShouldBe(401);
        refused.Json.GetProperty("error").GetString().ShouldBe("invalid_client");
        (await Form("grant_type=password&username=a&password=b")).Json.GetProperty("error").GetString().ShouldBe("unsupported_grant_type");
        (await Form("scope=catalog")).Json.GetProperty("error").GetString().ShouldBe("invalid_request");
    }

    private Task<RawAnswer> Form(string form) => catalog.SendRawAsync(
        HttpMethod.Post, "/v1/oauth/tokens", Encoding.UTF8.GetBytes(form), "application/x-www-form-urlencoded");

    private async Task WalkWarehousesAsync()
    {
        string name = _root.Replace('_', '-');
        RawAnswer created = await Whole(200, HttpMethod.Post, "/_iceberg/v1/warehouses", $$$"""{"name":"{{{name}}}","upgrade-existing":false,"properties":{"owner":"tests"}}""");
        created.Json.GetProperty("name").GetString().ShouldBe(name);
        RawAnswer loaded = await Whole(200, HttpMethod.Get, $"/_iceberg/v1/warehouses/{name}");
        loaded.Json.GetProperty("bucket").GetString().ShouldBe(name);
        loaded.Json.GetProperty("properties").GetProperty("owner").GetString().ShouldBe("tests");
        (await Whole(200, HttpMethod.Get, "/_iceberg/v1/warehouses")).Json.GetProperty("warehouses").EnumerateArray()
            .Select(w => w.GetString()).ShouldContain(name);
        RawAnswer page = await Whole(200, HttpMethod.Get, "/_iceberg/v1/warehouses?pageSize=1&pageToken=");
        page.Json.GetProperty("warehouses").GetArrayLength().ShouldBe(1);
        await Whole(200, HttpMethod.Get, $"/_iceberg/v1/warehouses?pageToken={Uri.EscapeDataString(page.Json.GetProperty("next-page-token").GetString()!)}");

        await Whole(400, HttpMethod.Get, "/_iceberg/v1/warehouses?pageToken=foreign");
        (await Whole(409, HttpMethod.Post, "/_iceberg/v1/warehouses", $$"""{"name":"{{name}}"}""")).ErrorType.ShouldBe("IcebergWarehouseAlreadyExists");
        (await Whole(400, HttpMethod.Post, "/_iceberg/v1/warehouses", """{"name":"A.b"}""")).ErrorType.ShouldBe("BadRequest");
        (await Whole(404, HttpMethod.Get, "/_iceberg/v1/warehouses/nobodys")).ErrorType.ShouldBe("IcebergWarehouseNotFound");
        (await Whole(404, HttpMethod.Get, "/_iceberg/v1/nobodys/namespaces")).ErrorType.ShouldBe("IcebergWarehouseNotFound");

        await Whole(200, HttpMethod.Post, $"/_iceberg/v1/{name}/namespaces", Requests.Namespace("a"));
        (await Whole(409, HttpMethod.Delete, $"/_iceberg/v1/warehouses/{name}")).ErrorType.ShouldBe("IcebergWarehouseNotEmpty");
        await Whole(204, HttpMethod.Delete, $"/_iceberg/v1/{name}/namespaces/a");
        // As the generated client writes it.
        await Whole(204, HttpMethod.Delete, $"/_iceberg/v1/warehouses/{name}?preserve%2Dbucket=true");
        (await Whole(404, HttpMethod.Delete, $"/_iceberg/v1/warehouses/{name}")).ErrorType.ShouldBe("IcebergWarehouseNotFound");
    }

    private async Task<RawAnswer> Whole(int status, HttpMethod method, string target, string? body = null)
    {
        RawAnswer answer = await catalog.SendRawAsync(method, target, body is null ? null : Encoding.UTF8.GetBytes(body), "application/json");
        answer.Status.ShouldBe(status, $"{method} {target}: {answer.Text}");
        return answer;
    }
}
