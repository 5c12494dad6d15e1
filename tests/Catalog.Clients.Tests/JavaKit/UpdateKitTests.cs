using System.Text.Json.Nodes;
using Catalog.Testing.Rest;

namespace Catalog.Clients.Tests.JavaKit;

public sealed class UpdateKitTests(KitServer server) : KitTest(server)
{
    private static readonly JsonObject[] ShardSpec = Updates.Spec((1000, 1, "bucket[16]", "shard"));

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Schema_AddedThenReverted_ReusesItsId(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        JavaTable table = await client.NewTableAsync(name, "tbl");
        await table.MustCommitAsync(Updates.AddColumn(table, "new_col", "long"));
        JavaTable added = await table.ReloadAsync();
        added.Columns.ShouldBe(["1:id", "2:data", "3:new_col"]);
        (await added.CommitAsync(Updates.DropColumn(added, "new_col"))).Status.ShouldBe(400, "an add of what pre-existed adds nothing that -1 could mean");
        await added.MustCommitAsync(Updates.Point("set-current-schema", "schema-id", 0));
        JavaTable reverted = await table.ReloadAsync();
        reverted.Columns.ShouldBe(["1:id", "2:data"]);
        reverted.Schema.GetProperty("schema-id").GetInt32().ShouldBe(0, "an identical schema keeps its id");
        reverted.LastColumnId.ShouldBe(3);
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Uuid_OfARecreatedTable_IsChecked(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        JavaTable table = await client.NewTableAsync(name, "tbl");
        MustSucceed(await client.DropAsync(name, "tbl"), 204);
        await client.NewTableAsync(name, "tbl", new TableRequest { Schema = TableRequest.OtherSchema });
        MustConflict(await table.CommitAsync(Updates.AddColumn(table, "new_col", "long")), "UUID does not match");
        (await client.LoadAsync(name, "tbl")).Columns.ShouldBe(["1:some_id"]);
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task StaleButDisjointUpdates_AreRetriedByTheServer(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        JavaTable table = await client.NewTableAsync(name, "tbl");
        await table.MustCommitAsync(ShardSpec);
        await table.MustCommitAsync(Updates.AddColumn(table, "another_col", "string"));
        await table.MustCommitAsync(Updates.Order((1, "bucket[16]", "asc"), (1, "identity", "asc")));
        JavaTable loaded = await table.ReloadAsync();
        loaded.SpecFields.ShouldBe(["1000:1:bucket[16]:shard"]);
        loaded.Columns.ShouldBe(["1:id", "2:data", "3:another_col"]);
        loaded.OrderFields.ShouldBe(["1:bucket[16]:asc", "1:identity:asc"]);
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task SchemaConflicts_AreRefusedWithTheirReason(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        JavaTable table = await client.NewTableAsync(name, "tbl");
        await table.MustCommitAsync(Updates.DropColumn(table, "data"));
        MustConflict(await table.CommitAsync(Updates.AddColumn(table, "new_col", "long")), "current schema changed");
        JavaTable stale = await table.ReloadAsync();
        await stale.MustCommitAsync(Updates.AddColumn(stale, "another_col", "string"));
        MustConflict(await stale.CommitAsync(Updates.AddColumn(stale, "new_col", "long")), "last assigned field id changed");
        (await table.ReloadAsync()).Columns.ShouldBe(["1:id", "3:another_col"]);
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task SpecConflicts_AreRefusedWithTheirReason(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        JavaTable table = await client.NewTableAsync(name, "tbl", new TableRequest { Spec = TableRequest.BucketSpec });
        await table.MustCommitAsync(Updates.Spec());
        MustConflict(await table.CommitAsync(Updates.Spec((1000, 1, "bucket[16]", "id_bucket"), (1001, 2, "bucket[16]", "shard"))), "default partition spec changed");
        JavaTable stale = await table.ReloadAsync();
        await stale.MustCommitAsync(Updates.Spec((1001, 1, "truncate[100]", "shard")));
        MustConflict(await stale.CommitAsync(Updates.Spec((1001, 1, "bucket[8]", "shard"))), "last assigned partition id changed");
        (await table.ReloadAsync()).SpecFields.ShouldBe(["1001:1:truncate[100]:shard"]);
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task SpecAndOrder_ChangedThenReverted_KeepTheirIds(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        JavaTable table = await client.NewTableAsync(name, "tbl", TableRequest.Complete);
        await table.MustCommitAsync(Updates.Spec((1000, 1, "bucket[16]", "id_bucket"), (1001, 1, "identity", "id")));
        table = await table.ReloadAsync();
        await table.MustCommitAsync(Updates.Point("set-default-spec", "spec-id", 0));
        table = await table.ReloadAsync();
        table.LastPartitionId.ShouldBe(1001);
        table.Spec.GetProperty("spec-id").GetInt32().ShouldBe(0);
        await table.MustCommitAsync(Updates.Order((1, "identity", "asc")));
        table = await table.ReloadAsync();
        table.Order.GetProperty("order-id").GetInt32().ShouldBe(2);
        await table.MustCommitAsync(Updates.Point("set-default-sort-order", "sort-order-id", 1));
        (await table.ReloadAsync()).Order.GetProperty("order-id").GetInt32().ShouldBe(1);
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task UnusedSpecsAndSchemas_CanBeRemoved_CurrentOnesNot(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        JavaTable table = await client.NewTableAsync(name, "tbl", new TableRequest { Spec = TableRequest.BucketSpec });
        await table.MustCommitAsync(Updates.Append(table, 1));
        table = await table.ReloadAsync();
        await table.MustCommitAsync(Updates.SetRef("test", 1));
        table = await table.ReloadAsync();
        await table.MustCommitAsync([.. Updates.Spec((1001, 2, "identity", "data")), .. Updates.AddColumn(table, "extra", "string")]);
        table = await table.ReloadAsync();
        await table.MustCommitAsync(Updates.RemoveIds("remove-partition-specs", "spec-ids", 0), Updates.RemoveIds("remove-schemas", "schema-ids", 0));
        table = await table.ReloadAsync();
        table.Metadata.GetProperty("partition-specs").GetArrayLength().ShouldBe(1);
        table.Metadata.GetProperty("schemas").GetArrayLength().ShouldBe(1);
        (await table.CommitAsync(Updates.RemoveIds("remove-partition-specs", "spec-ids", table.Spec.GetProperty("spec-id").GetInt32()))).Status.ShouldBe(400);
        (await table.CommitAsync(Updates.RemoveIds("remove-schemas", "schema-ids", table.Schema.GetProperty("schema-id").GetInt32()))).Status.ShouldBe(400);
        (await table.ReloadAsync()).PreviousFiles.ShouldBe(table.PreviousFiles);
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Appends_FromAStaleBase_ConflictAndSucceedOnRetry(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        JavaTable table = await client.NewTableAsync(name, "tbl");
        await table.MustCommitAsync(Updates.Append(table, 11));
        MustConflict(await table.CommitAsync(Updates.Append(table, 12)), "");
        table = await table.ReloadAsync();
        await table.MustCommitAsync(Updates.Append(table, 12));
        table = await table.ReloadAsync();
        table.MainSnapshot.ShouldBe(12);
        table.Metadata.GetProperty("snapshots")[1].GetProperty("parent-snapshot-id").GetInt64().ShouldBe(11);
        table.Metadata.GetProperty("snapshot-log").GetArrayLength().ShouldBe(2);
        table.LastSequenceNumber.ShouldBe(2);
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task MetadataLog_KeepsAsManyAsAsked_AndDeletesTheRest(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        JavaTable table = await client.NewTableAsync(name, "tbl");
        for (int i = 0; i < 3; i++)
        {
            await table.MustCommitAsync(Updates.SetProperties(("a", $"{i}")));
        }

        table = await table.ReloadAsync();
        table.PreviousFiles.ShouldBe(3);
        string oldest = table.Metadata.GetProperty("metadata-log")[0].GetProperty("metadata-file").GetString()!;
        await table.MustCommitAsync(Updates.SetProperties(("write.metadata.delete-after-commit.enabled", "true"), ("write.metadata.previous-versions-max", "2")));
        for (int i = 0; i < 5; i++)
        {
            (await table.ReloadAsync()).PreviousFiles.ShouldBe(2);
            await table.MustCommitAsync(Updates.SetProperties(("b", $"{i}")));
        }

        await table.MustCommitAsync(Updates.SetProperties(("write.metadata.previous-versions-max", "4")));
        for (int i = 0; i < 5; i++)
        {
            await table.MustCommitAsync(Updates.SetProperties(("c", $"{i}")));
        }

        (await table.ReloadAsync()).PreviousFiles.ShouldBe(4);
        oldest.ShouldEndWith(".metadata.json");
    }

    private static void MustConflict(RawAnswer answer, string reason) =>
        MustRefuse(answer, 409, "CommitFailedException", reason.Length == 0 ? "Requirement failed: " : $"Requirement failed: {reason}");
}
