using Catalog.Testing.Rest;

namespace Catalog.Clients.Tests.JavaKit;

public sealed class NamespaceKitTests(KitServer server) : KitTest(server)
{
    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Create_New_IsListedAndExists(string surface)
    {
        JavaClient client = Open(surface);
        string name = Fresh(surface);
        (await client.ExistsAsync(JavaClient.NamespacePath(name))).ShouldBeFalse();
        MustSucceed(await client.CreateNamespaceAsync([name]));
        (await client.NamespacesAsync()).ShouldContain(name);
        (await client.ExistsAsync(JavaClient.NamespacePath(name))).ShouldBeTrue();
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Create_Existing_IsRefused(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        MustRefuse(await client.CreateNamespaceAsync([name]), 409, surface == AIStor ? client.ErrorType("NamespaceAlreadyExists") : "AlreadyExistsException", $"Namespace already exists: {name}");
        (await client.ExistsAsync(JavaClient.NamespacePath(name))).ShouldBeTrue();
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Properties_CreatedSetChangedRemoved_AreKept(string surface)
    {
        JavaClient client = Open(surface);
        string name = Fresh(surface);
        string path = JavaClient.NamespacePath(name);
        MustSucceed(await client.CreateNamespaceAsync([name], new { prop = "val" }));
        (await PropertyAsync(client, path, "prop")).ShouldBe("val");
        RawAnswer answer = await client.UpdatePropertiesAsync(path, new Dictionary<string, string> { ["owner"] = "user", ["created-at"] = "sometime" }, []);
        MustSucceed(answer);
        answer.Json.GetProperty("updated").GetArrayLength().ShouldBe(2);
        MustSucceed(await client.UpdatePropertiesAsync(path, new Dictionary<string, string> { ["owner"] = "newuser", ["last-modified-at"] = "now" }, []));
        (await PropertyAsync(client, path, "owner")).ShouldBe("newuser");
        answer = await client.UpdatePropertiesAsync(path, new Dictionary<string, string>(), ["created-at", "never"]);
        answer.Json.GetProperty("removed")[0].GetString().ShouldBe("created-at");
        answer.Json.GetProperty("missing")[0].GetString().ShouldBe("never");
        (await PropertyAsync(client, path, "created-at")).ShouldBeNull();
        (await PropertyAsync(client, path, "owner")).ShouldBe("newuser");
        (await client.UpdatePropertiesAsync(path, new Dictionary<string, string> { ["a"] = "b" }, ["a"])).Status.ShouldBe(422);
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task MissingNamespace_LoadChangeDropList_SaysSo(string surface)
    {
        JavaClient client = Open(surface);
        string name = Fresh(surface);
        string path = JavaClient.NamespacePath(name);
        string type = client.ErrorType("NoSuchNamespaceException");
        string message = $"Namespace does not exist: {name}";
        MustRefuse(await client.Raw.GetAsync(path), 404, type, message);
        MustRefuse(await client.UpdatePropertiesAsync(path, new Dictionary<string, string> { ["test"] = "value" }, []), 404, type, message);
        MustRefuse(await client.UpdatePropertiesAsync(path, new Dictionary<string, string>(), ["a", "b"]), 404, type, message);
        MustRefuse(await client.Raw.DeleteAsync(path), 404, type, message);
        MustRefuse((await client.ListAsync("/namespaces", "namespaces", $"parent={name}&")).Last, 404, type, message);
        MustRefuse((await client.ListAsync($"{path}/tables", "identifiers")).Last, 404, type, message);
        MustRefuse(await client.CreateTableAsync(name, "table"), 404, type, message);
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Drop_EmptyAndNot_GoesOnlyWhenEmpty(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        string path = JavaClient.NamespacePath(name);
        await client.NewTableAsync(name, "table");
        MustRefuse(await client.Raw.DeleteAsync(path), 409, client.ErrorType("NamespaceNotEmptyException"), $"Namespace {name} is not empty");
        MustSucceed(await client.DropAsync(name, "table"), 204);
        MustSucceed(await client.CreateNamespaceAsync([name, "nested"]));
        MustRefuse(await client.Raw.DeleteAsync(path), 409, client.ErrorType("NamespaceNotEmptyException"), $"Namespace {name} is not empty");
        MustSucceed(await client.Raw.DeleteAsync(JavaClient.NamespacePath(name, "nested")), 204);
        MustSucceed(await client.Raw.DeleteAsync(path), 204);
        (await client.ExistsAsync(path)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task List_Nested_ShowsOneLevel(string surface)
    {
        JavaClient client = Open(surface);
        string parent = Fresh(surface);
        MustSucceed(await client.CreateNamespaceAsync([parent]));
        MustSucceed(await client.CreateNamespaceAsync([parent, "child1"]));
        MustSucceed(await client.CreateNamespaceAsync([parent, "child2"]));
        MustSucceed(await client.CreateNamespaceAsync([parent, "child2", "leaf"]));
        (await client.NamespacesAsync()).ShouldContain(parent);
        (await client.NamespacesAsync()).ShouldNotContain($"{parent}.child1");
        (await client.NamespacesAsync($"parent={parent}&")).ShouldBe([$"{parent}.child1", $"{parent}.child2"], ignoreOrder: true);
        (await client.NamespacesAsync($"parent={parent}%1Fchild2&")).ShouldBe([$"{parent}.child2.leaf"]);
        (await client.NamespacesAsync($"parent={parent}%1Fchild1&")).ShouldBeEmpty();
        (await client.NamespacesAsync("parent=&")).ShouldContain(parent);
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task List_InPages_IsCompleteAndWithoutRepeats(string surface)
    {
        (JavaClient client, string parent) = await OpenWithNamespaceAsync(surface);
        for (int i = 0; i < 7; i++)
        {
            MustSucceed(await client.CreateNamespaceAsync([parent, $"child{i}"]));
            await client.NewTableAsync(parent, $"table{i}");
        }

        foreach (int size in (int[])[1, 3, 7, 100])
        {
            (await client.NamespacesAsync($"parent={parent}&", size)).ShouldBe(Enumerable.Range(0, 7).Select(i => $"{parent}.child{i}"), ignoreOrder: true);
            (await client.TablesAsync(parent, size)).ShouldBe(Enumerable.Range(0, 7).Select(i => $"table{i}"), ignoreOrder: true);
        }

        RawAnswer whole = await client.Raw.GetAsync($"{JavaClient.NamespacePath(parent)}/tables");
        whole.Json.GetProperty("identifiers").GetArrayLength().ShouldBe(7, "a list without a token is complete");
        (await client.Raw.GetAsync($"{JavaClient.NamespacePath(parent)}/tables?pageToken=forged&pageSize=2")).Status.ShouldBe(400);
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("with/slash")]
    [InlineData("with.dot")]
    [InlineData("with+plus")]
    [InlineData("with%25percent")]
    [InlineData("ünïcode 日本")]
    public async Task OddName_EncodedAsJavaDoes_WorksEverywhere(string odd)
    {
        JavaClient client = Open(Planasonix);
        string name = $"{Fresh(Planasonix)} {odd}";
        string path = JavaClient.NamespacePath(name);
        (await client.ExistsAsync(path)).ShouldBeFalse();
        MustSucceed(await client.CreateNamespaceAsync([name]));
        (await client.ExistsAsync(path)).ShouldBeTrue();
        (await client.NamespacesAsync()).ShouldContain(name);
        MustSucceed(await client.UpdatePropertiesAsync(path, new Dictionary<string, string> { ["k"] = "v" }, []));
        (await PropertyAsync(client, path, "k")).ShouldBe("v");
        JavaTable table = await client.NewTableAsync(name, odd);
        (await client.TablesAsync(name)).ShouldBe([odd]);
        (await client.ExistsAsync(JavaClient.TablePath(name, odd))).ShouldBeTrue();
        await table.MustCommitAsync(Updates.SetProperties(("k", "v")));
        MustSucceed(await client.DropAsync(name, odd), 204);
        MustSucceed(await client.Raw.DeleteAsync(path), 204);
        (await client.ExistsAsync(path)).ShouldBeFalse();
    }

    private static async Task<string?> PropertyAsync(JavaClient client, string path, string key)
    {
        RawAnswer answer = await client.Raw.GetAsync(path);
        MustSucceed(answer);
        return answer.Json.GetProperty("properties").TryGetProperty(key, out System.Text.Json.JsonElement value) ? value.GetString() : null;
    }
}
