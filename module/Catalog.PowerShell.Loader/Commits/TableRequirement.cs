namespace Catalog;

/// <summary>Something that must still hold for a commit to happen.</summary>
public sealed class TableRequirement
{
    internal TableRequirement(string type, string json)
    {
        Type = type;
        Json = json;
    }

    /// <summary>Gets what is asserted, for example <c>assert-table-uuid</c>.</summary>
    public string Type { get; }

    /// <summary>Gets the requirement in the REST spec's own form.</summary>
    public string Json { get; }

    /// <inheritdoc />
    public override string ToString() => Json;
}
