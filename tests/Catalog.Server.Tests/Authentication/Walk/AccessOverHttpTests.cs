using System.Globalization;
using System.Text.Json;
using Catalog.Testing.Rest;
using Microsoft.Data.Sqlite;

namespace Catalog.Server.Tests.Authentication.Walk;

public sealed class AccessOverHttpTests(WalkServer server) : IClassFixture<WalkServer>
{
    private const string Table = """{"name":"NAME","schema":{"type":"struct","fields":[{"id":1,"name":"a","type":"long","required":false}]}}""";
    private const string Commit = """{"requirements":[],"updates":[{"action":"set-properties","updates":{"k":"v"}}]}""";

    [Fact]
    public async Task Policy_ForOneNamespace_OpensThatNamespaceOnly()
    {
        using RawCatalog administrator = Administrator();
        foreach (string name in (string[])["sales", "sales2", "hr"])
        {
            (await administrator.PostAsync("/namespaces", $$"""{"namespace":["{{name}}"]}""")).Status.ShouldBe(200);
            (await administrator.PostAsync($"/namespaces/{name}/tables", Table.Replace("NAME", "t"))).Status.ShouldBe(200);
        }

        using RawCatalog analyst = await CallerAsync("""
            {"Statement":[{"Effect":"Allow","Action":["s3tables:*"],"Resource":"*","Condition":{"StringEquals":{"s3tables:namespace":"sales"}}},
                          {"Effect":"Deny","Action":"s3tables:DeleteTable","Resource":"*"}]}
            """);
        (await analyst.GetAsync("/namespaces/sales/tables/t")).Status.ShouldBe(200);
        (await analyst.PostAsync("/namespaces/sales/tables/t", Commit)).Status.ShouldBe(200);
        (await analyst.PostAsync("/namespaces/sales/tables", Table.Replace("NAME", "made"))).Status.ShouldBe(200);
        (await analyst.SendRawAsync(HttpMethod.Get, "/_iceberg/v1/config?warehouse=main", null, null)).Status.ShouldBe(200);
        (await analyst.DeleteAsync("/namespaces/sales/tables/t")).Status.ShouldBe(403);
        (await analyst.GetAsync("/namespaces?parent=sales")).Status.ShouldBe(200);
        (await analyst.GetAsync("/namespaces?parent=hr")).Status.ShouldBe(403);
        (await analyst.GetAsync("/namespaces")).Status.ShouldBe(403);
        (await analyst.GetAsync("/namespaces/sales/tables/absent")).Status.ShouldBe(404);
        foreach (string path in (string[])["hr/tables/t", "hr/tables/absent", "sales2/tables/t", "sales%1Fdeeper/tables/t", "absent/tables/t"])
        {
            (await analyst.GetAsync("/namespaces/" + path)).Status.ShouldBe(403, path);
        }

        (await analyst.PostAsync("/tables/rename", """{"source":{"namespace":["sales"],"name":"t"},"destination":{"namespace":["hr"],"name":"stolen"}}""")).Status.ShouldBe(403);
        (await analyst.PostAsync("/transactions/commit", """
            {"table-changes":[{"identifier":{"namespace":["sales"],"name":"t"},"requirements":[],"updates":[{"action":"set-properties","updates":{"x":"y"}}]},
                              {"identifier":{"namespace":["hr"],"name":"t"},"requirements":[],"updates":[{"action":"set-properties","updates":{"x":"y"}}]}]}
            """)).Status.ShouldBe(403);
        (await administrator.GetAsync("/namespaces/sales/tables/t")).Text.ShouldNotContain("\"x\"");
    }

    [Fact]
    public async Task Policy_ForOneTableByItsUuid_FollowsTheTable()
    {
        using RawCatalog administrator = Administrator();
        await administrator.PostAsync("/namespaces", """{"namespace":["by_uuid"]}""");
        RawAnswer made = await administrator.PostAsync("/namespaces/by_uuid/tables", Table.Replace("NAME", "mine"));
        await administrator.PostAsync("/namespaces/by_uuid/tables", Table.Replace("NAME", "yours"));
        string uuid = made.Metadata.GetProperty("table-uuid").GetString()!;
        using RawCatalog owner = await CallerAsync(
            $$"""{"Statement":[{"Effect":"Allow","Action":"s3tables:GetTable","Resource":"arn:aws:s3tables:::bucket/main/table/{{uuid}}"}]}""");
        (await owner.GetAsync("/namespaces/by_uuid/tables/mine")).Status.ShouldBe(200);
        (await owner.GetAsync("/namespaces/by_uuid/tables/yours")).Status.ShouldBe(403);
        (await owner.GetAsync("/namespaces/by_uuid/tables/absent")).Status.ShouldBe(403);
        await administrator.PostAsync("/tables/rename", """{"source":{"namespace":["by_uuid"],"name":"mine"},"destination":{"namespace":["by_uuid"],"name":"moved"}}""");
        (await owner.GetAsync("/namespaces/by_uuid/tables/moved")).Status.ShouldBe(200);
        (await owner.GetAsync("/namespaces/by_uuid/tables/mine")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Policy_WithoutCreateTable_CannotCreateByCommit()
    {
        using RawCatalog committer = await CallerAsync("""{"Statement":[{"Effect":"Allow","Action":"s3tables:UpdateTable","Resource":"*"}]}""");
        (await committer.PostAsync("/namespaces/walked/tables/by_commit", """{"requirements":[{"type":"assert-create"}],"updates":[]}""")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Warehouses_Listed_AreThoseThatTheCallerMaySee()
    {
        using RawCatalog administrator = Administrator();
        await administrator.SendRawAsync(HttpMethod.Post, "/_iceberg/v1/warehouses", """{"name":"visible"}"""u8.ToArray(), "application/json");
        using RawCatalog caller = await CallerAsync("""
            {"Statement":[{"Effect":"Allow","Action":"s3tables:ListWarehouses","Resource":"*"},
                          {"Effect":"Allow","Action":"s3tables:GetTable","Resource":"arn:aws:s3tables:::bucket/visible/table/*"},
                          {"Effect":"Deny","Action":"s3tables:ListWarehouses","Resource":"arn:aws:s3tables:::bucket/main"}]}
            """);
        RawAnswer answer = await caller.SendRawAsync(HttpMethod.Get, "/_iceberg/v1/warehouses", null, null);
        answer.Status.ShouldBe(200, answer.Text);
        answer.Text.ShouldContain("visible");
        answer.Text.ShouldNotContain("\"main\"");
    }

    [Fact]
    public async Task Revocation_ByTheCommandLine_HoldsWithinTwoSeconds()
    {
        (string key, string secret) = await server.NewAccessKeyAsync("""{"Statement":[{"Effect":"Allow","Action":"s3tables:*","Resource":"*"}]}""");
        using RawCatalog caller = RawCatalog.AIStor(server.Server.BaseAddress, "main", key, secret);
        (await caller.GetAsync("/namespaces")).Status.ShouldBe(200);
        await server.RunAsync("access-keys", "revoke", key);
        await Task.Delay(TimeSpan.FromSeconds(2.1));
        RawAnswer answer = await caller.GetAsync("/namespaces");
        (answer.Status, answer.ErrorType).ShouldBe((401, "InvalidAccessKeyId"));
    }

    [Theory]
    [InlineData("GET", 405)]
    [InlineData("PUT", 405)]
    [InlineData("DELETE", 405)]
    [InlineData("POST", 415)]
    public async Task TokenEndpoint_AskedWrongly_AnswersInOAuthsTermsToAnybody(string method, int status)
    {
        using HttpClient client = server.Server.CreateClient();
        foreach (string path in (string[])["/v1/oauth/tokens", "/v1/v1/oauth/tokens"])
        {
            using HttpRequestMessage request = new(new HttpMethod(method), path);
            using HttpResponseMessage answer = await client.SendAsync(request);
            ((int)answer.StatusCode).ShouldBe(status);
            JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("error").GetString().ShouldBe("invalid_request");
            answer.Content.Headers.Allow.ShouldBe(status == 405 ? ["POST"] : []);
        }
    }

    [Fact]
    public async Task Quota_UsedUp_Is429UntilMidnightAndTokensGoOn()
    {
        await server.RunAsync("organisations", "create", "small", "--tier", "Professional");
        string key = (await server.RunAsync("keys", "create", "--organisation", "small"))[0].GetProperty("key").GetString()!;
        using (SqliteConnection connection = new($"Data Source={Path.Combine(server.Server.DataPath, "catalog.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "INSERT INTO quotas SELECT id, $day, 9997 FROM organisations WHERE name = 'small'";
            command.Parameters.AddWithValue("$day", DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 86_400);
            await command.ExecuteNonQueryAsync();
        }

        using RawCatalog caller = RawCatalog.Planasonix(server.Server.BaseAddress, key);
        for (int i = 0; i < 3; i++)
        {
            (await caller.GetAsync("/namespaces")).Status.ShouldBe(200);
        }

        RawAnswer refused = await caller.GetAsync("/namespaces");
        (refused.Status, refused.ErrorType).ShouldBe((429, "TooManyRequestsException"));
        double untilMidnight = (DateTime.UtcNow.Date.AddDays(1) - DateTime.UtcNow).TotalSeconds;
        double.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture).ShouldBe(untilMidnight, 5);
        await server.TokenAsync(key);
        JsonElement organisation = (await server.RunAsync("organisations", "list")).EnumerateArray().Single(o => o.GetProperty("organisation").GetString() == "small");
        organisation.GetProperty("requestsToday").GetInt64().ShouldBe(10_000);
    }

    private RawCatalog Administrator() =>
        RawCatalog.AIStor(server.Server.BaseAddress, "main", server.Server.AIStorAccessKey, server.Server.AIStorSecretKey);

    private async Task<RawCatalog> CallerAsync(string policy)
    {
        (string key, string secret) = await server.NewAccessKeyAsync(policy);
        return RawCatalog.AIStor(server.Server.BaseAddress, "main", key, secret);
    }
}
