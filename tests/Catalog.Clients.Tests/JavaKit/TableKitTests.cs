using Catalog.Testing.Rest;

namespace Catalog.Clients.Tests.JavaKit;

public sealed class TableKitTests(KitServer server) : KitTest(server)
{
    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Create_Basic_HasFreshIds(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        (await client.ExistsAsync(JavaClient.TablePath(name, "tbl"))).ShouldBeFalse();
        await client.NewTableAsync(name, "tbl");
        (await client.ExistsAsync(JavaClient.TablePath(name, "tbl"))).ShouldBeTrue();
        JavaTable loaded = await client.LoadAsync(name, "tbl");
        loaded.Columns.ShouldBe(["1:id", "2:data"]);
        loaded.Schema.GetProperty("fields")[0].GetProperty("doc").GetString().ShouldBe("unique ID 🤪");
        loaded.SpecFields.ShouldBeEmpty();
        loaded.OrderFields.ShouldBeEmpty();
        loaded.LastPartitionId.ShouldBe(999);
        loaded.Metadata.GetProperty("format-version").GetInt32().ShouldBe(2);
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Create_Complete_RemapsSpecAndOrder(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        string wanted = $"file:{Path.GetTempPath().TrimEnd('/')}/{name}/tbl";
        await client.NewTableAsync(name, "tbl", TableRequest.Complete with { Location = wanted });
        JavaTable loaded = await client.LoadAsync(name, "tbl");
        loaded.SpecFields.ShouldBe(["1000:1:bucket[16]:id_bucket"]);
        loaded.OrderFields.ShouldBe(["1:bucket[16]:asc", "1:identity:asc"]);
        loaded.Order.GetProperty("order-id").GetInt32().ShouldBe(1);
        loaded.Metadata.GetProperty("properties").GetProperty("created-at").GetString().ShouldBe("2022-02-25T00:38:19");
        loaded.Location.ShouldBe(surface == Planasonix ? wanted : loaded.Location);
        loaded.Location.ShouldStartWith("file:");
        Guid.TryParse(loaded.Uuid, out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Create_Existing_IsRefusedAndLeavesIt(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        await client.NewTableAsync(name, "tbl");
        RawAnswer again = await client.CreateTableAsync(name, "tbl", new TableRequest { Schema = TableRequest.OtherSchema });
        MustRefuse(again, 409, surface == AIStor ? client.ErrorType("TableAlreadyExists") : "AlreadyExistsException", $"Table already exists: {name}.tbl");
        (await client.LoadAsync(name, "tbl")).Columns.ShouldBe(["1:id", "2:data"]);
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Create_V3DefaultsAndVariants_AreKept(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        Dictionary<string, string> v3 = new() { ["format-version"] = "3" };
        const string Defaults = """{"type":"struct","schema-id":0,"fields":[{"id":1,"name":"colWithDefault","required":true,"type":"int","initial-default":12,"write-default":10}]}""";
        await client.NewTableAsync(name, "defaults", new TableRequest { Schema = Defaults, Properties = v3 });
        JavaTable loaded = await client.LoadAsync(name, "defaults");
        loaded.Schema.GetProperty("fields")[0].GetProperty("initial-default").GetInt32().ShouldBe(12);
        loaded.Schema.GetProperty("fields")[0].GetProperty("write-default").GetInt32().ShouldBe(10);
        loaded.Metadata.GetProperty("properties").TryGetProperty("format-version", out _).ShouldBeFalse();

        const string Variants = """
            {"type":"struct","schema-id":0,"fields":[{"id":10,"name":"id","required":true,"type":"long"},{"id":11,"name":"data","required":false,"type":"variant"},
            {"id":12,"name":"list_data","required":false,"type":{"type":"list","element-id":13,"element":"variant","element-required":false}},
            {"id":14,"name":"map_data","required":false,"type":{"type":"map","key-id":15,"key":"string","value-id":16,"value":"variant","value-required":false}},
            {"id":17,"name":"struct_data","required":false,"type":{"type":"struct","fields":[{"id":18,"name":"v","required":false,"type":"variant"}]}}]}
            """;
        JavaTable variants = await client.NewTableAsync(name, "variants", new TableRequest { Schema = Variants, Properties = v3 });
        variants.Columns.ShouldBe(["1:id", "2:data", "3:list_data", "4:map_data", "5:struct_data"]);
        System.Text.Json.JsonElement fields = variants.Schema.GetProperty("fields");
        fields[2].GetProperty("type").GetProperty("element-id").GetInt32().ShouldBe(6);
        fields[3].GetProperty("type").GetProperty("key-id").GetInt32().ShouldBe(7);
        fields[3].GetProperty("type").GetProperty("value-id").GetInt32().ShouldBe(8);
        fields[4].GetProperty("type").GetProperty("fields")[0].GetProperty("id").GetInt32().ShouldBe(9);
        RawAnswer v2 = await client.CreateTableAsync(name, "v2", new TableRequest { Schema = Variants, Properties = new Dictionary<string, string> { ["format-version"] = "2" } });
        MustRefuse(v2, 400, client.ErrorType("BadRequestException"), "variant is not supported until v3");
        (await client.ExistsAsync(JavaClient.TablePath(name, "v2"))).ShouldBeFalse();
        await variants.MustCommitAsync(Updates.AddColumn(variants, "more", "variant"));
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Load_Missing_IsATableError(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        string type = client.ErrorType("NoSuchTableException");
        MustRefuse(await client.Raw.GetAsync(JavaClient.TablePath(name, "tbl")), 404, type, $"Table does not exist: {name}.tbl");
        MustRefuse(await client.Raw.GetAsync(JavaClient.TablePath("non_existing", "tbl")), 404, type, "Table does not exist: non_existing.tbl");
        await client.NewTableAsync(name, "tbl");
        MustRefuse(await client.Raw.GetAsync($"{JavaClient.NamespacePath(name, "tbl")}/tables/files"), 404, type, $"Table does not exist: {name}.tbl.files");
        MustRefuse(await client.DropAsync(name, "notable"), 404, type, $"Table does not exist: {name}.notable");
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Load_MetadataFileGone_IsNotFoundUntilItIsBack(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        await client.NewTableAsync(name, "tbl");
        string path = JavaClient.TablePath(name, "tbl");
        string location = (await client.Raw.GetAsync(path)).MetadataLocation!;
        string file = new Uri(location).LocalPath;
        File.Move(file, file + ".away");
        MustRefuse(await client.Raw.GetAsync(path), 404, "NotFoundException", $"Failed to open input stream for file: {location}");
        File.Move(file + ".away", file);
        MustSucceed(await client.Raw.GetAsync(path));
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Drop_WithAndWithoutPurge_KeepsOrRemovesFiles(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        foreach (bool purge in (bool[])[false, true])
        {
            RawAnswer made = await client.CreateTableAsync(name, "tbl");
            string file = new Uri(made.MetadataLocation!).LocalPath;
            File.Exists(file).ShouldBeTrue();
            MustSucceed(await client.DropAsync(name, "tbl", purge), 204);
            (await client.ExistsAsync(JavaClient.TablePath(name, "tbl"))).ShouldBeFalse();
            for (int i = 0; purge && File.Exists(file) && i < 200; i++)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }

            File.Exists(file).ShouldBe(!purge);
        }
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task List_TwoNamespaces_AreApart(string surface)
    {
        (JavaClient client, string one) = await OpenWithNamespaceAsync(surface);
        (_, string two) = await OpenWithNamespaceAsync(surface);
        (await client.TablesAsync(one)).ShouldBeEmpty();
        await client.NewTableAsync(one, "table_1");
        await client.NewTableAsync(two, "table_1");
        await client.NewTableAsync(one, "table_2");
        (await client.TablesAsync(one)).ShouldBe(["table_1", "table_2"], ignoreOrder: true);
        (await client.TablesAsync(two)).ShouldBe(["table_1"]);
        MustSucceed(await client.DropAsync(one, "table_1"), 204);
        (await client.TablesAsync(one)).ShouldBe(["table_2"]);
        (await client.TablesAsync(two)).ShouldBe(["table_1"]);
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Register_Dropped_IsTheSameTable(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        JavaTable table = await client.NewTableAsync(name, "tbl", TableRequest.Complete);
        await table.MustCommitAsync(Updates.Append(table, 1));
        table = await table.ReloadAsync();
        await table.MustCommitAsync(Updates.Append(table, 2));
        RawAnswer last = await client.Raw.GetAsync(JavaClient.TablePath(name, "tbl"));
        MustSucceed(await client.DropAsync(name, "tbl"), 204);
        RawAnswer registered = await client.RegisterAsync(name, "tbl", last.MetadataLocation!);
        MustSucceed(registered);
        registered.MetadataLocation.ShouldBe(last.MetadataLocation);
        registered.Metadata.GetRawText().ShouldBe(last.Metadata.GetRawText());
        table = await client.LoadAsync(name, "tbl");
        await table.MustCommitAsync(Updates.Append(table, 3));
        (await client.LoadAsync(name, "tbl")).MainSnapshot.ShouldBe(3);
        MustRefuse(await client.RegisterAsync(name, "tbl", last.MetadataLocation!), 409, surface == AIStor ? client.ErrorType("TableAlreadyExists") : "AlreadyExistsException", $"Table already exists: {name}.tbl");
    }
}
