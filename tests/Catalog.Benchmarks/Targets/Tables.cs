using System.Text;
using System.Text.Json;
using Catalog.Benchmarks.Generator;

namespace Catalog.Benchmarks.Targets;

/// <summary>Makes the namespaces and tables that the measures work on.</summary>
internal static class Tables
{
    private static readonly string[] Types = ["long", "string", "timestamptz", "decimal(12, 2)", "boolean", "double", "date", "uuid"];

    public static void CreateNamespace(Uri server, Surface surface, string name) =>
        Send(server, surface.Request("POST", "/namespaces", JsonSerializer.Serialize(new { @namespace = new[] { name } })));

    /// <summary>The body that creates a table of sixteen columns: about 3 kB of metadata.</summary>
    public static string CreateBody(string name)
    {
        StringBuilder fields = new();
        for (int i = 1; i <= 16; i++)
        {
            fields.Append(i > 1 ? "," : "").Append($$"""{"id":{{i}},"name":"column_{{i:00}}","required":false,"type":"{{Types[i % Types.Length]}}","doc":"the column number {{i}} of the table"}""");
        }

        return $$$"""{"name":"{{{name}}}","schema":{"type":"struct","schema-id":0,"fields":[{{{fields}}}]},"partition-spec":{"spec-id":0,"fields":[]},"properties":{"owner":"benchmark"}}""";
    }

    public static void Create(Uri server, Surface surface, string @namespace, string name) =>
        Send(server, surface.Request("POST", $"/namespaces/{@namespace}/tables", CreateBody(name)));

    /// <summary>Adds snapshots to a table, all in one commit.</summary>
    public static void AddSnapshots(Uri server, Surface surface, string target, int count)
    {
        long now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        IEnumerable<string> updates = Enumerable.Range(1, count).Select(i =>
            $$$"""{"action":"add-snapshot","snapshot":{"snapshot-id":{{{i}}},{{{(i > 1 ? $"\"parent-snapshot-id\":{i - 1}," : "")}}}"sequence-number":{{{i}}},"timestamp-ms":{{{now + i}}},"manifest-list":"file:///nowhere/metadata/snap-{{{i}}}-1-{{{Guid.NewGuid()}}}.avro","summary":{"operation":"append","added-data-files":"1","added-records":"1000","added-files-size":"73400","total-records":"{{{i * 1000}}}","total-data-files":"{{{i}}}","total-delete-files":"0"},"schema-id":0}}""");
        string last = $$"""{"action":"set-snapshot-ref","ref-name":"main","type":"branch","snapshot-id":{{count}}}""";
        Send(server, surface.Request("POST", target, $$"""{"requirements":[],"updates":[{{string.Join(',', updates)}},{{last}}]}"""));
    }

    public static byte[] Send(Uri server, byte[] request)
    {
        using HttpConnection connection = new(server);
        int status = connection.Exchange(request);
        return status is >= 200 and < 300
            ? connection.Body.ToArray()
            : throw new InvalidOperationException($"{status}: {Encoding.UTF8.GetString(connection.Body)}");
    }
}
