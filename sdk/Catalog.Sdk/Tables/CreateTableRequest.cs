namespace Catalog.Sdk.Tables;

/// <summary>What a new table is to be.</summary>
public sealed record CreateTableRequest : IcebergObject
{
    /// <summary>The name of the table.</summary>
    public required string Name { get; init; }

    /// <summary>The base location; absent, the server chooses. AIStor Tables manages locations and does not grant one.</summary>
    public string? Location { get; init; }

    /// <summary>The columns. The server assigns fresh field ids.</summary>
    public required Schema Schema { get; init; }

    /// <summary>The partition spec, by the field ids of <see cref="Schema"/>; absent, the table is unpartitioned.</summary>
    public PartitionSpec? PartitionSpec { get; init; }

    /// <summary>The sort order, by the field ids of <see cref="Schema"/>; absent, the table is unsorted.</summary>
    public SortOrder? WriteOrder { get; init; }

    /// <summary>Whether the table is only prepared: the answer is as if it were made, and a later commit with <c>assert-create</c> makes it.</summary>
    public bool StageCreate { get; init; }

    /// <summary>The properties of the table; <c>format-version</c> chooses the version (default 2).</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init => field = value ?? EmptyStrings; } = EmptyStrings;
}
