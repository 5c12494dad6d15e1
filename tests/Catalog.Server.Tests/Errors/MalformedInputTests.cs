using System.Text;
using Catalog.Server.Tests.Running;
using Catalog.Server.Tests.Tables;
using Catalog.Testing.Rest;

namespace Catalog.Server.Tests.Errors;

/// <summary>
/// Valid requests, damaged at random by the thousand: whatever comes back is a success or the surface's own error body,
/// never a fault. <c>CATALOG_FUZZ_ROUNDS</c> makes it longer.
/// </summary>
public sealed class MalformedInputTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("CATALOG_FUZZ_ROUNDS"), out int rounds) ? rounds : 1500;

    private static readonly string[] Odd =
    [
        "null", "true", "-1", "0", "1e400", "9223372036854775808", "\"\"", "\"..\"", "\"\\u0000\"", "\"\\ud83d\"", "[]", "{}", "[[]]", "[null]", "{\"a\":null}",
        "\"\\u001f\"", "3.5", "\"file:///etc/passwd\"", "[1,2,3]", "\"long\"", "-9223372036854775809", "2147483648", "\"assert-create\"", "{\"type\":\"struct\"}",
    ];

    [Theory]
    [InlineData("Planasonix")]
    [InlineData("AIStor")]
    public async Task Damaged_Requests_NeverMakeTheServerFail(string surface)
    {
        RawCatalog catalog = server.Surface(surface);
        string ns = await TableRequests.NamespaceAsync(catalog, "fuzz");
        await catalog.PostAsync($"/namespaces/{ns}/tables", TableRequests.Create("t"));
        (string Target, string Body)[] seeds = Seeds(ns);
        Random random = new(20261126);
        for (int round = 0; round < Rounds; round++)
        {
            (string target, string body) = seeds[random.Next(seeds.Length)];
            byte[] damaged = Damage(random, body);
            target = catalog.Prefix + DamagePath(random, target);

            RawAnswer answer = await catalog.SendRawAsync(HttpMethod.Post, target, damaged, "application/json");

            string sent = $"round {round}, POST {target} {Encoding.UTF8.GetString(damaged)}: ";
            answer.Status.ShouldBeLessThan(500, sent + answer.Text);
            if (answer.Status >= 400 && !IsRefusedBeforeRouting(answer, target))
            {
                RefusalTests.ShouldBeError(answer, answer.Status, sent);
            }
        }

        (await catalog.GetAsync($"/namespaces/{ns}/tables")).Status.ShouldBe(200);
    }

    // A zero in the path is Kestrel's own to refuse: its answer has no body.
    private static bool IsRefusedBeforeRouting(RawAnswer answer, string target) =>
        answer is { Status: 400, Body.Length: 0 } && target.Contains("%00", StringComparison.Ordinal);

    private static (string Target, string Body)[] Seeds(string ns) =>
    [
        ("/namespaces", $$$"""{"namespace":["{{{ns}}}_a"],"properties":{"a":"b"}}"""),
        ($"/namespaces/{ns}/properties", """{"updates":{"a":"b"},"removals":["c"]}"""),
        ($"/namespaces/{ns}/tables", """
            {"name":"x","location":null,"schema":{"type":"struct","schema-id":0,"identifier-field-ids":[1],"fields":[
            {"id":1,"name":"id","type":"long","required":true},{"id":2,"name":"s","type":{"type":"struct","fields":[{"id":3,"name":"d","type":"decimal(10,2)","required":false}]},"required":false},
            {"id":4,"name":"l","type":{"type":"list","element-id":5,"element":"string","element-required":false},"required":false},
            {"id":6,"name":"m","type":{"type":"map","key-id":7,"key":"string","value-id":8,"value":"timestamptz","value-required":true},"required":false}]},
            "partition-spec":{"spec-id":0,"fields":[{"source-id":1,"field-id":1000,"name":"b","transform":"bucket[16]"}]},
            "write-order":{"order-id":1,"fields":[{"source-id":1,"transform":"identity","direction":"asc","null-order":"nulls-first"}]},
            "stage-create":false,"properties":{"format-version":"2","a":"b"}}
            """),
        ($"/namespaces/{ns}/tables/t", $$$"""
            {"identifier":{"namespace":["{{{ns}}}"],"name":"t"},"requirements":[{"type":"assert-current-schema-id","current-schema-id":0},{"type":"assert-ref-snapshot-id","ref":"main","snapshot-id":null}],
            "updates":[{"action":"add-schema","schema":{"type":"struct","schema-id":1,"fields":[{"id":1,"name":"id","type":"long","required":true},{"id":2,"name":"y","type":"int","required":false}]},"last-column-id":2},
            {"action":"set-current-schema","schema-id":-1},{"action":"add-spec","spec":{"spec-id":1,"fields":[{"source-id":1,"field-id":1000,"name":"p","transform":"identity"}]}},{"action":"set-default-spec","spec-id":-1},
            {"action":"add-sort-order","sort-order":{"order-id":1,"fields":[]}},{"action":"set-properties","updates":{"k":"v"}},{"action":"remove-properties","removals":["k"]},{"action":"set-location","location":"file:///x"},
            {"action":"upgrade-format-version","format-version":2}]}
            """),
        ($"/namespaces/{ns}/tables/t", """
            {"requirements":[{"type":"assert-table-uuid","uuid":"9c12d441-03fe-4693-9a96-a0705ddf69c1"}],"updates":[
            {"action":"add-snapshot","snapshot":{"snapshot-id":3051729675574597004,"sequence-number":1,"timestamp-ms":1700000000000,"manifest-list":"file:///m.avro","summary":{"operation":"append"},"schema-id":0}},
            {"action":"set-snapshot-ref","ref-name":"main","type":"branch","snapshot-id":3051729675574597004,"min-snapshots-to-keep":1},{"action":"remove-snapshots","snapshot-ids":[1]},
            {"action":"set-statistics","statistics":{"snapshot-id":1,"statistics-path":"file:///s","file-size-in-bytes":1,"file-footer-size-in-bytes":1,"blob-metadata":[]}},
            {"action":"append","manifest-list":"file:///none.avro"}]}
            """),
        ("/transactions/commit", $$$"""{"table-changes":[{"identifier":{"namespace":["{{{ns}}}"],"name":"t"},"requirements":[],"updates":[{"action":"set-properties","updates":{"a":"b"}}]}]}"""),
        ("/tables/rename", $$$"""{"source":{"namespace":["{{{ns}}}"],"name":"none"},"destination":{"namespace":["{{{ns}}}"],"name":"x"}}"""),
        ($"/namespaces/{ns}/register", """{"name":"r","metadata-location":"file:///none/00000-x.metadata.json","overwrite":false}"""),
        ($"/namespaces/{ns}/tables/t/metrics", """{"report-type":"scan-report","table-name":"t","snapshot-id":1,"metrics":{}}"""),
    ];

    private static byte[] Damage(Random random, string body)
    {
        StringBuilder text = new(body);
        for (int hits = random.Next(1, 4); hits > 0; hits--)
        {
            int at = random.Next(text.Length);
            switch (random.Next(6))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(1, 20), text.Length - at));
                    break;
                case 1:
                    text.Insert(at, Odd[random.Next(Odd.Length)]);
                    break;
                case 2:
                    text[at] = (char)random.Next(1, 128);
                    break;
                default:
                    ReplaceAValue(random, text);
                    break;
            }

            if (text.Length == 0)
            {
                break;
            }
        }

        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        if (bytes.Length > 0 && random.Next(20) == 0)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(128, 256);
        }

        return bytes;
    }

    // What stands behind a colon becomes something else: the grammar holds, the types do not.
    private static void ReplaceAValue(Random random, StringBuilder text)
    {
        string body = text.ToString();
        int[] colons = [.. Enumerable.Range(0, body.Length).Where(i => body[i] == ':' && i > 0 && body[i - 1] == '"')];
        if (colons.Length == 0)
        {
            return;
        }

        int from = colons[random.Next(colons.Length)] + 1;
        int to = body.AsSpan(from).IndexOfAny(",}]");
        if (to > 0)
        {
            text.Remove(from, to).Insert(from, Odd[random.Next(Odd.Length)]);
        }
    }

    private static string DamagePath(Random random, string target)
    {
        if (random.Next(10) != 0)
        {
            return target;
        }

        string[] odd = ["%00", "%1F", "%2e%2e", "%", "%ff", "%F0%9F%90%8B", "/", "?snapshots=x&pageSize=-1", "%2F..%2F"];
        return target.Insert(random.Next(1, target.Length + 1), odd[random.Next(odd.Length)]);
    }
}
