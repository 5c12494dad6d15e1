using Catalog.Clients.Tests.JavaKit;
using Catalog.Testing.Rest;

namespace Catalog.Clients.Tests.Quirks;

/// <summary>What PyIceberg and DuckDB send in ways of their own.</summary>
public sealed class PythonClientTests(KitServer server) : KitTest(server)
{
    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Drop_CapitalBooleans_AreRead(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        foreach ((string table, string purge, bool stays) in new[] { ("one", "False", true), ("two", "True", false) })
        {
            string file = new Uri((await client.CreateTableAsync(name, table)).MetadataLocation!).LocalPath;
            MustSucceed(await client.Raw.DeleteAsync($"{JavaClient.TablePath(name, table)}?purgeRequested={purge}"), 204);
            for (int i = 0; !stays && File.Exists(file) && i < 200; i++)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }

            File.Exists(file).ShouldBe(stays);
        }
    }

    [Fact]
    public async Task Parent_EncodedTwice_IsUnderstood()
    {
        JavaClient client = Open(Planasonix);
        string name = $"{Fresh(Planasonix)} x";
        MustSucceed(await client.CreateNamespaceAsync([name]));
        MustSucceed(await client.CreateNamespaceAsync([name, "child"]));
        RawAnswer twice = await client.Raw.GetAsync($"/namespaces?parent={Uri.EscapeDataString(Uri.EscapeDataString(name))}");
        MustSucceed(twice);
        twice.Json.GetProperty("namespaces").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task AddSchema_WithoutLastColumnId_IsAccepted(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        JavaTable table = await client.NewTableAsync(name, "tbl");
        System.Text.Json.Nodes.JsonObject[] updates = Updates.AddColumn(table, "more", "long");
        updates[0].Remove("last-column-id");
        await table.MustCommitAsync(updates);
        (await table.ReloadAsync()).LastColumnId.ShouldBe(3);
    }

    [Fact]
    public async Task NoCredential_BearerNone_IsNotAuthorized()
    {
        JavaClient client = Open(Planasonix);
        RawAnswer answer = await client.Raw.SendAsync(HttpMethod.Get, "/namespaces", headers: new Dictionary<string, string> { ["Authorization"] = "Bearer None" });
        MustRefuse(answer, 401, "NotAuthorizedException", "");
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task UnknownRequirement_AsIcebirdSends_Is400(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        await client.NewTableAsync(name, "tbl");
        RawAnswer answer = await client.Raw.PostAsync(JavaClient.TablePath(name, "tbl"), """{"requirements":[{"type":"assert-next-row-id","next-row-id":0}],"updates":[]}""");
        MustRefuse(answer, 400, client.ErrorType("BadRequestException"), "assert-next-row-id");
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task StagedCreate_OnTheFileStore_HasItsMetadataFolder(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        JavaTable staged = await client.NewTableAsync(name, "tbl", new TableRequest { Staged = true });
        Directory.Exists(Path.Combine(new Uri(staged.Location).LocalPath, "metadata")).ShouldBeTrue("DuckDB writes its manifests there before it commits, and makes no folder");
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task NamespaceProperties_NullRemovals_AreAccepted(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        MustSucceed(await client.Raw.PostAsync($"{JavaClient.NamespacePath(name)}/properties", """{"removals":null,"updates":{"a":"b"}}"""));
        MustSucceed(await client.Raw.PostAsync($"{JavaClient.NamespacePath(name)}/properties", """{"removals":["a"],"updates":null}"""));
    }
}
