using System.Text.Json.Nodes;
using Catalog.Testing.Rest;

namespace Catalog.Clients.Tests.JavaKit;

public sealed class TransactionKitTests(KitServer server) : KitTest(server)
{
    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Update_SchemaAndSpecTogether_IsOneCommit(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        JavaTable table = await client.NewTableAsync(name, "tbl");
        await table.MustCommitAsync([.. Updates.AddColumn(table, "new_col", "long"), .. Updates.Spec((1000, 3, "identity", "new_col"))]);
        JavaTable loaded = await table.ReloadAsync();
        loaded.Columns.ShouldBe(["1:id", "2:data", "3:new_col"]);
        loaded.SpecFields.ShouldBe(["1000:3:identity:new_col"]);
        loaded.PreviousFiles.ShouldBe(1);
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Create_StagedThenCommitted_AppearsWhole(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        JavaTable staged = await client.NewTableAsync(name, "tbl", TableRequest.Complete with { Staged = true });
        (await client.ExistsAsync(JavaClient.TablePath(name, "tbl"))).ShouldBeFalse();
        RawAnswer made = await staged.CommitCreateAsync(Updates.Append(staged, 7));
        MustSucceed(made);
        JavaTable table = await client.LoadAsync(name, "tbl");
        table.Uuid.ShouldBe(staged.Uuid);
        table.Location.ShouldBe(staged.Location);
        table.Columns.ShouldBe(["1:id", "2:data"]);
        table.SpecFields.ShouldBe(["1000:1:bucket[16]:id_bucket"]);
        table.Order.GetProperty("order-id").GetInt32().ShouldBe(1);
        table.MainSnapshot.ShouldBe(7);
        table.PreviousFiles.ShouldBe(0);
        table.Metadata.GetProperty("properties").GetProperty("user").GetString().ShouldBe("someone");
        table.LastSequenceNumber.ShouldBe(1);
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Create_StagedWithFurtherChanges_KeepsBothSchemasSpecsAndOrders(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        JavaTable staged = await client.NewTableAsync(name, "tbl", TableRequest.Complete with { Staged = true });
        MustSucceed(await staged.CommitCreateAsync(
            [.. Updates.Append(staged, 1), .. Updates.AddColumn(staged, "new_col", "long"), .. Updates.Spec((1000, 1, "bucket[16]", "id_bucket"), (1001, 3, "identity", "new_col")), .. Updates.Order((3, "identity", "asc"))]));
        JavaTable table = await client.LoadAsync(name, "tbl");
        table.Schema.GetProperty("schema-id").GetInt32().ShouldBe(1);
        table.Spec.GetProperty("spec-id").GetInt32().ShouldBe(1);
        table.Order.GetProperty("order-id").GetInt32().ShouldBe(2);
        table.Metadata.GetProperty("schemas").GetArrayLength().ShouldBe(2);
        table.SpecFields.ShouldBe(["1000:1:bucket[16]:id_bucket", "1001:3:identity:new_col"]);
        table.PreviousFiles.ShouldBe(0);
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Create_MeanwhileMadeByAnother_IsRefused(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        JavaTable staged = await client.NewTableAsync(name, "tbl", new TableRequest { Staged = true });
        await client.NewTableAsync(name, "tbl", new TableRequest { Schema = TableRequest.OtherSchema });
        MustRefuse(await staged.CommitCreateAsync(Updates.Append(staged, 1)), 409, "CommitFailedException", "Requirement failed: table already exists");
        JavaTable table = await client.LoadAsync(name, "tbl");
        table.Columns.ShouldBe(["1:some_id"]);
        table.MainSnapshot.ShouldBeNull();
        (await client.CreateTableAsync(name, "tbl", new TableRequest { Staged = true })).Status.ShouldBe(409);
    }

    [Theory]
    [InlineData(Planasonix, 1)]
    [InlineData(Planasonix, 2)]
    [InlineData(Planasonix, 3)]
    [InlineData(AIStor, 2)]
    public async Task Create_OfEachFormat_HasIt(string surface, int version)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        JavaTable staged = await client.NewTableAsync(name, "tbl", new TableRequest { Staged = true, Properties = new Dictionary<string, string> { ["format-version"] = $"{version}" } });
        MustSucceed(await staged.CommitCreateAsync());
        (await client.LoadAsync(name, "tbl")).Metadata.GetProperty("format-version").GetInt32().ShouldBe(version);
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Replace_Table_KeepsUuidAndLog(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        JavaTable original = await client.NewTableAsync(name, "tbl", new TableRequest { Schema = TableRequest.OtherSchema });
        await original.MustCommitAsync(Updates.Append(original, 1));
        JavaTable table = await original.ReloadAsync();
        JsonObject schema = JsonNode.Parse("""{"type":"struct","schema-id":0,"fields":[{"id":2,"name":"id","required":true,"type":"int"},{"id":3,"name":"data","required":true,"type":"string"}]}""")!.AsObject();
        JsonObject[] updates = [.. Updates.Replace(table, schema, 3), .. Updates.Spec((1000, 2, "bucket[16]", "id_bucket")), .. Updates.Order((2, "identity", "asc")), .. Updates.Append(table, 2, replace: true)];
        MustSucceed(await table.ReplaceAsync(updates));
        JavaTable replaced = await original.ReloadAsync();
        replaced.Uuid.ShouldBe(original.Uuid);
        replaced.Columns.ShouldBe(["2:id", "3:data"]);
        replaced.SpecFields.ShouldBe(["1000:2:bucket[16]:id_bucket"]);
        replaced.Spec.GetProperty("spec-id").GetInt32().ShouldBe(1);
        replaced.Order.GetProperty("order-id").GetInt32().ShouldBe(1);
        replaced.MainSnapshot.ShouldBe(2);
        replaced.Metadata.GetProperty("snapshot-log").EnumerateArray().Select(entry => entry.GetProperty("snapshot-id").GetInt64()).ShouldBe([1, 2]);
        replaced.PreviousFiles.ShouldBe(2);

        // A second replace from the same base brings the same schema: its ids were taken meanwhile.
        MustRefuse(await table.ReplaceAsync([.. Updates.Replace(table, schema.DeepClone().AsObject(), 3), .. Updates.Append(table, 3, replace: true)]),
            409, "CommitFailedException", "Requirement failed: last assigned field id changed");
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Replace_TwiceFromOneBase_TheLaterWins(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        JavaTable table = await client.NewTableAsync(name, "tbl", TableRequest.Complete);
        await table.MustCommitAsync(Updates.Append(table, 1));
        table = await table.ReloadAsync();
        JsonObject[] first = [.. Updates.Replace(table), .. Updates.Order((1, "bucket[16]", "desc")), .. Updates.Append(table, 2, replace: true)];
        JsonObject[] second = [.. Updates.Replace(table), new JsonObject { ["action"] = "set-default-spec", ["spec-id"] = 0 }, .. Updates.Order(), .. Updates.Append(table, 3, replace: true)];
        MustSucceed(await table.ReplaceAsync(first));
        (await table.ReloadAsync()).OrderFields.ShouldBe(["1:bucket[16]:desc"]);
        MustSucceed(await table.ReplaceAsync(second));
        JavaTable replaced = await table.ReloadAsync();
        replaced.MainSnapshot.ShouldBe(3);
        replaced.Order.GetProperty("order-id").GetInt32().ShouldBe(0);
        replaced.Uuid.ShouldBe(table.Uuid);
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task TwoTables_OneStale_NeitherChanges(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        JavaTable one = await client.NewTableAsync(name, "one");
        JavaTable two = await client.NewTableAsync(name, "two");
        RawAnswer good = await TransactAsync(client, name, one, two, Updates.SetProperties(("together", "1")));
        MustSucceed(good, surface == AIStor ? 200 : 204);
        await two.MustCommitAsync(Updates.AddColumn(two, "new_col", "long"));
        RawAnswer stale = await TransactAsync(client, name, one, two, Updates.AddColumn(two, "again", "long"));
        MustRefuse(stale, 409, "CommitFailedException", "Requirement failed: ");
        (await one.ReloadAsync()).Columns.ShouldBe(["1:id", "2:data"]);
        (await one.ReloadAsync()).PreviousFiles.ShouldBe(1);
        RawAnswer missing = await client.Raw.PostAsync("/transactions/commit", new JsonObject
        {
            ["table-changes"] = new JsonArray(Change(name, "one", one, Updates.SetProperties(("x", "1"))), Change(name, "absent", two, Updates.SetProperties(("x", "1")))),
        }.ToJsonString());
        MustRefuse(missing, 404, client.ErrorType("NoSuchTableException"), $"Table does not exist: {name}.absent");
        (await one.ReloadAsync()).PreviousFiles.ShouldBe(1);
    }

    private static Task<RawAnswer> TransactAsync(JavaClient client, string @namespace, JavaTable one, JavaTable two, params JsonObject[] updates) =>
        client.Raw.PostAsync("/transactions/commit", new JsonObject { ["table-changes"] = new JsonArray(Change(@namespace, "one", one, updates), Change(@namespace, "two", two, updates)) }.ToJsonString());

    private static JsonObject Change(string @namespace, string name, JavaTable table, params JsonObject[] updates) => new()
    {
        ["identifier"] = new JsonObject { ["namespace"] = new JsonArray(@namespace), ["name"] = name },
        ["requirements"] = new JsonArray([.. Requirements.ForUpdate(table, updates)]),
        ["updates"] = new JsonArray([.. updates.Select(update => update.DeepClone())]),
    };
}
