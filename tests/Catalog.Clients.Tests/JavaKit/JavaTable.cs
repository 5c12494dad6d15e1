using System.Text.Json;
using System.Text.Json.Nodes;
using Catalog.Testing.Rest;

namespace Catalog.Clients.Tests.JavaKit;

/// <summary>A table as a Java client holds it: the metadata it loaded is the base of what it commits.</summary>
internal sealed class JavaTable(JavaClient client, string @namespace, string name, JsonElement metadata)
{
    public JsonElement Metadata => metadata;

    public string Uuid => metadata.GetProperty("table-uuid").GetString()!;

    public string Location => metadata.GetProperty("location").GetString()!;

    public int LastColumnId => metadata.GetProperty("last-column-id").GetInt32();

    public int LastPartitionId => metadata.GetProperty("last-partition-id").GetInt32();

    public long LastSequenceNumber => metadata.TryGetProperty("last-sequence-number", out JsonElement number) ? number.GetInt64() : 0;

    public JsonElement Schema => Current("schemas", "schema-id", "current-schema-id");

    public JsonElement Spec => Current("partition-specs", "spec-id", "default-spec-id");

    public JsonElement Order => Current("sort-orders", "order-id", "default-sort-order-id");

    public string[] Columns => [.. Schema.GetProperty("fields").EnumerateArray().Select(column => $"{column.GetProperty("id")}:{column.GetProperty("name").GetString()}")];

    public string[] SpecFields => [.. Spec.GetProperty("fields").EnumerateArray().Select(column =>
        $"{column.GetProperty("field-id")}:{column.GetProperty("source-id")}:{column.GetProperty("transform").GetString()}:{column.GetProperty("name").GetString()}")];

    public string[] OrderFields => [.. Order.GetProperty("fields").EnumerateArray().Select(column =>
        $"{column.GetProperty("source-id")}:{column.GetProperty("transform").GetString()}:{column.GetProperty("direction").GetString()}")];

    public long? MainSnapshot => Ref("main");

    public int PreviousFiles => metadata.TryGetProperty("metadata-log", out JsonElement log) ? log.GetArrayLength() : 0;

    public long? Ref(string branch) =>
        metadata.TryGetProperty("refs", out JsonElement refs) && refs.TryGetProperty(branch, out JsonElement value) ? value.GetProperty("snapshot-id").GetInt64() : null;

    /// <summary>Sends updates with the requirements that Java derives from them for an update of this base.</summary>
    public Task<RawAnswer> CommitAsync(params JsonObject[] updates) => SendAsync(Requirements.ForUpdate(this, updates), updates);

    /// <summary>The same for a replace transaction, which insists on less.</summary>
    public Task<RawAnswer> ReplaceAsync(params JsonObject[] updates) => SendAsync(Requirements.ForReplace(this, updates), updates);

    /// <summary>The commit of a create transaction on a staged table.</summary>
    public Task<RawAnswer> CommitCreateAsync(params JsonObject[] more)
    {
        JsonObject[] updates = [.. Updates.OfStaged(metadata), .. more];
        return SendAsync([new JsonObject { ["type"] = "assert-create" }], updates);
    }

    public Task<RawAnswer> SendAsync(IEnumerable<JsonObject> requirements, IEnumerable<JsonObject> updates) =>
        client.Raw.PostAsync(JavaClient.TablePath(@namespace, name), new JsonObject
        {
            ["requirements"] = new JsonArray([.. requirements]),
            ["updates"] = new JsonArray([.. updates.Select(update => update.DeepClone())]),
        }.ToJsonString());

    public async Task MustCommitAsync(params JsonObject[] updates)
    {
        RawAnswer answer = await CommitAsync(updates);
        answer.Status.ShouldBe(200, answer.Text);
    }

    public Task<JavaTable> ReloadAsync() => client.LoadAsync(@namespace, name);

    private JsonElement Current(string list, string id, string pointer)
    {
        int wanted = metadata.GetProperty(pointer).GetInt32();
        return metadata.GetProperty(list).EnumerateArray().Single(item => item.GetProperty(id).GetInt32() == wanted);
    }
}
