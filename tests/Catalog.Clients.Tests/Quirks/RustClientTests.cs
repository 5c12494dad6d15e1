using System.Text;
using Catalog.Clients.Tests.JavaKit;
using Catalog.Testing.Rest;

namespace Catalog.Clients.Tests.Quirks;

/// <summary>What iceberg-rust sends: creates without ids in their specs; and token requests whose refusal is OAuth's own body.</summary>
public sealed class RustClientTests(KitServer server) : KitTest(server)
{
    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Create_SpecWithoutIds_GetsThem(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        MustSucceed(await client.Raw.PostAsync($"{JavaClient.NamespacePath(name)}/tables", """
            {"name":"tbl","schema":{"type":"struct","fields":[{"id":1,"name":"id","required":true,"type":"int"}]},
            "partition-spec":{"fields":[{"name":"id_bucket","transform":"bucket[4]","source-id":1}]},"properties":{}}
            """));
        JavaTable table = await client.LoadAsync(name, "tbl");
        table.SpecFields.ShouldBe(["1000:1:bucket[4]:id_bucket"]);
        table.LastPartitionId.ShouldBe(1000);
    }

    [Theory]
    [InlineData("client_id=x&client_secret=flx_00000000000000000000000000000000&grant_type=client_credentials&scope=catalog", 401, "invalid_client")]
    [InlineData("client_id=x&grant_type=password", 400, "unsupported_grant_type")]
    public async Task Token_Refused_AnswersInOAuthsShape(string form, int status, string error)
    {
        JavaClient client = Open(Planasonix);
        RawAnswer answer = await client.Raw.SendRawAsync(HttpMethod.Post, "/v1/oauth/tokens", Encoding.UTF8.GetBytes(form), "application/x-www-form-urlencoded",
            new Dictionary<string, string> { ["Authorization"] = "" });
        answer.Status.ShouldBe(status, answer.Text);
        answer.Json.GetProperty("error").GetString().ShouldBe(error);
    }
}
