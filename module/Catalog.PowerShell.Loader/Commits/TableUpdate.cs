namespace Catalog;

/// <summary>One change to a table's metadata, ready for a commit.</summary>
public sealed class TableUpdate
{
    internal TableUpdate(string action, string json)
    {
        Action = action;
        Json = json;
    }

    /// <summary>Gets what is done, for example <c>set-properties</c>.</summary>
    public string Action { get; }

    /// <summary>Gets the change in the REST spec's own form.</summary>
    public string Json { get; }

    /// <inheritdoc />
    public override string ToString() => Json;
}
