using System.Text.Json;
using Catalog.Sdk.Commits;
using Catalog.Sdk.Namespaces;
using Catalog.Sdk.Tables;
using Catalog.Sdk.Tests.Wire;

namespace Catalog.Sdk.Tests.Models;

/// <summary>Property values, ids and unknown fields pass unchanged, both ways.</summary>
public sealed class ByteExactTests
{
    private static readonly Dictionary<string, string> Tricky = new()
    {
        ["time"] = "2020-01-01T00:00:00Z",
        ["guid"] = "9C12D441-03FE-4693-9A96-A0705DDF69C1",
        ["number"] = "9007199254740993",
        ["float"] = "1.0",
        ["empty"] = "",
        ["letters"] = "ä<>&'\"\\/ 日本 😀 \u0001",
    };

    private readonly ScriptedServer _server = new();

    [Fact]
    public async Task NamespaceProperties_SentAndRead_AreUnchanged()
    {
        _server.WithoutIdempotency().When(r => r.Method == "POST" ? ScriptedServer.Json(r.Body) : null);
        using PlanasonixClient client = TestClient.Planasonix(_server);

        NamespaceInfo info = await client.Catalog.CreateNamespaceAsync(new NamespaceName("a.b", "c"), Tricky);

        info.Properties.ShouldBe(Tricky);
        info.Namespace.Levels.ShouldBe(["a.b", "c"]);
        Properties(_server.To("POST", "/namespaces").Single().Body, "properties").ShouldBe(Tricky);
    }

    [Fact]
    public async Task TableMetadata_Read_IsKeptByteForByte()
    {
        string properties = JsonSerializer.Serialize(Tricky);
        string body = Metadata.Table(properties, more: ""","x-ids":[9007199254740993, 1.50, -0, 1E2],"x-time":"2020-01-01T00:00:00Z" """, snapshot: 9223372036854775807);
        _server.When(_ => ScriptedServer.Json(body, headers: ("ETag", "\"abc\"")));
        using PlanasonixClient client = TestClient.Planasonix(_server);

        Table table = await client.Catalog.LoadTableAsync("db.t");

        body.ShouldContain(table.GetMetadataJson());
        table.GetMetadataJson().ShouldStartWith("{\"format-version\":2");
        table.ETag.ShouldBe("\"abc\"");
        table.MetadataLocation.ShouldBe("file:///w/t/metadata/00000-a.metadata.json");
        table.Metadata.Properties.ShouldBe(Tricky);
        table.Metadata.TableUuid.ShouldBe(Metadata.Uuid);
        table.Metadata.CurrentSnapshotId.ShouldBe(long.MaxValue);
        table.Metadata.UnknownFields!["x-ids"].GetRawText().ShouldBe("[9007199254740993, 1.50, -0, 1E2]");
        table.Metadata.UnknownFields["x-time"].GetRawText().ShouldBe("\"2020-01-01T00:00:00Z\"");
    }

    [Fact]
    public async Task Commit_OfJsonText_IsSentAsItIs()
    {
        const string update = """{"action":"set-properties","updates":{"g":"9C12D441-03FE-4693-9A96-A0705DDF69C1","t":"2020-01-01T00:00:00Z"},"x-new":9007199254740993}""";
        const string custom = """{"action":"paint-it","colour":"red","n":1.0}""";
        const string requirement = """{"type":"assert-ref-snapshot-id","ref":"main","snapshot-id":null,"x":[1.0]}""";
        _server.WithoutIdempotency().On("POST", "/tables/t", () => ScriptedServer.Json(Metadata.Table()));
        using PlanasonixClient client = TestClient.Planasonix(_server);

        await client.Catalog.CommitAsync("db.t", [TableRequirement.Parse(requirement)], [TableUpdate.Parse(update), TableUpdate.Parse(custom)]);

        _server.To("POST", "/tables/t").Single().Body.ShouldBe(
            $$"""{"identifier":{"namespace":["db"],"name":"t"},"requirements":[{{requirement}}],"updates":[{{update}},{{custom}}]}""");
    }

    [Fact]
    public async Task CreateTable_SchemaOfJsonText_KeepsWhatIsNotKnown()
    {
        const string schema = """{"type":"struct","fields":[{"id":1,"name":"a","required":true,"type":"geometry(srid:4326)","x-tag":"2020-01-01T00:00:00Z"},{"id":2,"name":"b","required":false,"type":{"type":"list","element-id":3,"element":"long","element-required":false,"x":1.0}}],"x-more":{"id":9007199254740993}}""";
        _server.WithoutIdempotency().On("POST", "/tables", () => ScriptedServer.Json(Metadata.Table()));
        using PlanasonixClient client = TestClient.Planasonix(_server);

        await client.Catalog.CreateTableAsync("db", new CreateTableRequest { Name = "t", Schema = Schema.Parse(schema), Properties = Tricky });

        string body = _server.To("POST", "/tables").Single().Body;
        body.ShouldContain($"\"schema\":{schema}");
        Properties(body, "properties").ShouldBe(Tricky);
    }

    [Fact]
    public void Copy_OfAParsedUpdate_IsWrittenAsItNowIs()
    {
        var parsed = (SetPropertiesUpdate)TableUpdate.Parse("""{"action":"set-properties","updates":{"a":"1"},"x":1.0}""");

        (parsed with { Updates = new Dictionary<string, string> { ["a"] = "2" } }).ToJson().ShouldBe("""{"action":"set-properties","updates":{"a":"2"},"x":1.0}""");
    }

    [Theory]
    [InlineData("""{"updates":{}}""")]
    [InlineData("""{"action":5}""")]
    [InlineData("""{"action":"set-properties"}""")]
    [InlineData("[]")]
    [InlineData("nonsense")]
    public void Parse_NoUpdate_SaysSo(string json) => Should.Throw<JsonException>(() => TableUpdate.Parse(json));

    private static Dictionary<string, string> Properties(string json, string name) =>
        JsonElement.Parse(json).GetProperty(name).Deserialize<Dictionary<string, string>>()!;
}
