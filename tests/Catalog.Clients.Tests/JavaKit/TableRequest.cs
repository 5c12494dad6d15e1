namespace Catalog.Clients.Tests.JavaKit;

/// <summary>What a table is created with; the kit's own example unless told otherwise.</summary>
internal sealed record TableRequest
{
    /// <summary>The kit's schema: its ids are not those that the table gets.</summary>
    public const string KitSchema =
        """{"type":"struct","schema-id":0,"fields":[{"id":3,"name":"id","required":true,"type":"int","doc":"unique ID 🤪"},{"id":4,"name":"data","required":true,"type":"string"}]}""";

    /// <summary>A schema that shares no column with the kit's.</summary>
    public const string OtherSchema = """{"type":"struct","schema-id":0,"fields":[{"id":1,"name":"some_id","required":true,"type":"int"}]}""";

    public const string Unpartitioned = """{"spec-id":0,"fields":[]}""";

    public const string BucketSpec = """{"spec-id":0,"fields":[{"name":"id_bucket","transform":"bucket[16]","source-id":3,"field-id":1000}]}""";

    public const string Unsorted = """{"order-id":0,"fields":[]}""";

    public const string WriteOrder =
        """{"order-id":1,"fields":[{"transform":"bucket[16]","source-id":3,"direction":"asc","null-order":"nulls-first"},{"transform":"identity","source-id":3,"direction":"asc","null-order":"nulls-first"}]}""";

    public string Schema { get; init; } = KitSchema;

    public string Spec { get; init; } = Unpartitioned;

    public string Order { get; init; } = Unsorted;

    public string? Location { get; init; }

    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    public bool Staged { get; init; }

    public static TableRequest Complete => new()
    {
        Spec = BucketSpec,
        Order = WriteOrder,
        Properties = new Dictionary<string, string> { ["user"] = "someone", ["created-at"] = "2022-02-25T00:38:19" },
    };
}
