namespace Catalog;

/// <summary>One difference that a commit would make.</summary>
public sealed class CommitDifference
{
    internal CommitDifference(string area, string item, string? before, string? after)
    {
        Area = area;
        Item = item;
        Before = before;
        After = after;
    }

    /// <summary>Gets the part of the metadata: schema, partition, order, property, ref, snapshot, location or format.</summary>
    public string Area { get; }

    /// <summary>Gets the name of what changes.</summary>
    public string Item { get; }

    /// <summary>Gets what is there now; nothing when it is added.</summary>
    public string? Before { get; }

    /// <summary>Gets what would be there; nothing when it is removed.</summary>
    public string? After { get; }

    /// <inheritdoc />
    public override string ToString() => (Before, After) switch
    {
        (null, _) => $"+ {Area} {Item}: {After}",
        (_, null) => $"- {Area} {Item}: {Before}",
        _ => $"~ {Area} {Item}: {Before} -> {After}",
    };
}
