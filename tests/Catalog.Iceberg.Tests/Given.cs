using System.Text;
using System.Text.Json;

namespace Catalog.Iceberg.Tests;

/// <summary>Tables and changes to them, written as JSON.</summary>
internal static class Given
{
    public const long Now = 1_700_000_000_000;
    public const string Uuid = "9c12d441-03fe-4693-9a96-a0705ddf69c1";

    public static JsonElement Json(string json) => JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 512 }).RootElement;

    public static TableMetadata Table(int version = 2, string? columns = null, string extra = "") => TableMetadata.Parse(Encoding.UTF8.GetBytes(TableJson(version, columns, extra)));

    public static string TableJson(int version = 2, string? columns = null, string extra = "") => $$"""
        {"format-version":{{version}},"table-uuid":"{{Uuid}}","location":"s3://b/t",
        {{(version > 1 ? "\"last-sequence-number\":0," : $$"""
        "schema":{"type":"struct","schema-id":0,"fields":[{{columns ?? Columns}}]},"partition-spec":[],
        """)}}
        {{(version > 2 ? "\"next-row-id\":0," : "")}}
        "last-updated-ms":{{Now - 1000}},"last-column-id":3,"current-schema-id":0,
        "schemas":[{"type":"struct","schema-id":0,"fields":[{{columns ?? Columns}}]}],
        "default-spec-id":0,"partition-specs":[{"spec-id":0,"fields":[]}],"last-partition-id":999,
        "default-sort-order-id":0,"sort-orders":[{"order-id":0,"fields":[]}]{{extra}}}
        """;

    public const string Columns = """
        {"id":1,"name":"id","required":true,"type":"long"},
        {"id":2,"name":"data","required":false,"type":"string"},
        {"id":3,"name":"ts","required":false,"type":"timestamp"}
        """;

    public static TableUpdate Update(string json) => TableUpdate.Parse(Json(json));

    public static TableRequirement Requirement(string json) => TableRequirement.Parse(Json(json));

    public static TableMetadata Apply(this TableMetadata table, params string[] updates) => table.ApplyAt(Now, updates);

    public static TableMetadata ApplyAt(this TableMetadata table, long now, params string[] updates)
    {
        var builder = TableMetadataBuilder.From(table, "s3://b/t/metadata/00001.metadata.json");
        foreach (string update in updates)
        {
            builder.Apply(Update(update));
        }

        TableMetadata built = builder.Build(now);
        built.ShouldBeReadBackAsItIs();
        return built;
    }

    public static TableMetadata Create(params string[] updates)
    {
        CommitTableRequest request = CommitTableRequest.Parse(Json($$"""{"requirements":[{"type":"assert-create"}],"updates":[{{string.Join(",", updates)}}]}"""));
        request.IsCreate.ShouldBeTrue();
        var builder = TableMetadataBuilder.ForCreate(request.InitialFormatVersion);
        foreach (TableUpdate update in request.Updates)
        {
            builder.Apply(update);
        }

        TableMetadata built = builder.Build(Now);
        built.ShouldBeReadBackAsItIs();
        return built;
    }

    public static string Snapshot(long id, long? parent = null, long sequence = 1, long timestamp = Now, string extra = "") =>
        $$"""{"action":"add-snapshot","snapshot":{"snapshot-id":{{id}},{{(parent is null ? "" : $"\"parent-snapshot-id\":{parent},")}}"sequence-number":{{sequence}},"timestamp-ms":{{timestamp}},"summary":{"operation":"append"},"manifest-list":"s3://b/t/metadata/snap-{{id}}.avro"{{extra}} } }""";

    public static string MoveMain(long id) => Ref("main", id);

    public static string Ref(string name, long id, string type = "branch", string extra = "") =>
        $$"""{"action":"set-snapshot-ref","ref-name":"{{name}}","type":"{{type}}","snapshot-id":{{id}}{{extra}}}""";

    public static void ShouldBeReadBackAsItIs(this TableMetadata table) =>
        Text(TableMetadata.Parse(table.ToUtf8())).ShouldBe(Text(table));

    public static string Text(TableMetadata table) => Encoding.UTF8.GetString(table.ToUtf8());

    public static MetadataValidationException Refused(Action act) => Should.Throw<MetadataValidationException>(act);

    public static MetadataValidationException Refused(Func<object?> act) => Should.Throw<MetadataValidationException>(() => { act(); });
}
