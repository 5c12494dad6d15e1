namespace Catalog.Clients.Tests.JavaKit;

public sealed class RenameKitTests(KitServer server) : KitTest(server)
{
    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Rename_Table_MovesIt(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        JavaTable table = await client.NewTableAsync(name, "old");
        MustSucceed(await client.RenameAsync(name, "old", name, "renamed"), 204);
        (await client.ExistsAsync(JavaClient.TablePath(name, "old"))).ShouldBeFalse();
        JavaTable renamed = await client.LoadAsync(name, "renamed");
        renamed.Uuid.ShouldBe(table.Uuid);
        renamed.Location.ShouldBe(table.Location);
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Rename_ThenCreateAndPurge_LeavesTheNewTableWhole(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        JavaTable first = await client.NewTableAsync(name, "tbl");
        await first.MustCommitAsync(Updates.Append(first, 1));
        MustSucceed(await client.RenameAsync(name, "tbl", name, "renamed"), 204);
        JavaTable second = await client.NewTableAsync(name, "tbl");
        second.Location.ShouldNotBe(first.Location);
        await second.MustCommitAsync(Updates.Append(second, 2));
        MustSucceed(await client.DropAsync(name, "renamed", purge: true), 204);
        (await client.ExistsAsync(JavaClient.TablePath(name, "renamed"))).ShouldBeFalse();
        (await client.LoadAsync(name, "tbl")).MainSnapshot.ShouldBe(2);
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Rename_MissingSourceOrNamespaceOrTakenName_IsRefused(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        MustRefuse(await client.RenameAsync(name, "absent", name, "renamed"), 404, client.ErrorType("NoSuchTableException"), $"Table does not exist: {name}.absent");
        JavaTable one = await client.NewTableAsync(name, "one");
        MustRefuse(await client.RenameAsync(name, "one", "non_existing", "renamed"), 404, "NoSuchNamespaceException", "Namespace does not exist: non_existing");
        JavaTable two = await client.NewTableAsync(name, "two");
        MustRefuse(await client.RenameAsync(name, "one", name, "two"), 409, surface == AIStor ? client.ErrorType("TableAlreadyExists") : "AlreadyExistsException", $"Table already exists: {name}.two");
        (await one.ReloadAsync()).Uuid.ShouldBe(one.Uuid);
        (await two.ReloadAsync()).Uuid.ShouldBe(two.Uuid);
    }
}
