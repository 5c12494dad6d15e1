namespace Catalog.Contract.Tests.Server;

/// <summary>Bodies that the walks send.</summary>
internal static class Requests
{
    public const string Schema =
        """{"type":"struct","schema-id":0,"fields":[{"id":1,"name":"id","type":"long","required":true},{"id":2,"name":"tags","required":false,"type":{"type":"list","element-id":3,"element":"string","element-required":true}}]}""";

    public static string Namespace(params string[] levels) =>
        $$$"""{"namespace":[{{{List(levels)}}}],"properties":{"owner":"tests","made":"2020-01-01T00:00:00Z"}}""";

    public static string Table(string name, bool staged = false) =>
        $$$"""{"name":"{{{name}}}","schema":{{{Schema}}},"stage-create":{{{(staged ? "true" : "false")}}},"properties":{"made":"2020-01-01T00:00:00Z"}}""";

    public static string SetProperty(string key, string value, string? requirement = null) =>
        $$$"""{"requirements":[{{{requirement}}}],"updates":[{"action":"set-properties","updates":{"{{{key}}}":"{{{value}}}"}}]}""";

    public static string CompleteStaged(string uuid) =>
        $$$"""{"requirements":[{"type":"assert-create"}],"updates":[{"action":"assign-uuid","uuid":"{{{uuid}}}"},{"action":"upgrade-format-version","format-version":2},{"action":"add-schema","schema":{{{Schema}}}},{"action":"set-current-schema","schema-id":-1},{"action":"add-spec","spec":{"spec-id":0,"fields":[]}},{"action":"set-default-spec","spec-id":-1},{"action":"add-sort-order","sort-order":{"order-id":0,"fields":[]}},{"action":"set-default-sort-order","sort-order-id":-1}]}""";

    public static string Change(string @namespace, string table, string key, string? requirement = null) =>
        $$$"""{"identifier":{{{Identifier(@namespace, table)}}},"requirements":[{{{requirement}}}],"updates":[{"action":"set-properties","updates":{"{{{key}}}":"1"}}]}""";

    public static string Transaction(params string[] changes) => $$$"""{"table-changes":[{{{string.Join(',', changes)}}}]}""";

    public static string Rename(string @namespace, string from, string toNamespace, string to) =>
        $$$"""{"source":{{{Identifier(@namespace, from)}}},"destination":{{{Identifier(toNamespace, to)}}}}""";

    public static string Register(string name, string location) => $$$"""{"name":"{{{name}}}","metadata-location":"{{{location}}}"}""";

    public static string Metrics(string table) =>
        """{"report-type":"scan-report","table-name":"TABLE","snapshot-id":-1,"filter":true,"schema-id":0,"projected-field-ids":[1],"projected-field-names":["id"],"metrics":{"total-planning-duration":{"count":1,"time-unit":"nanoseconds","total-duration":2644235116},"result-data-files":{"unit":"count","value":1}}}"""
            .Replace("TABLE", table, StringComparison.Ordinal);

    public static string Requires(string type, string member, object value) => $$$"""{"type":"{{{type}}}","{{{member}}}":{{{value}}}}""";

    private static string Identifier(string @namespace, string table) =>
        $$$"""{"namespace":[{{{List(@namespace.Split('.'))}}}],"name":"{{{table}}}"}""";

    private static string List(params string[] levels) => string.Join(',', levels.Select(l => $"\"{l}\""));
}
