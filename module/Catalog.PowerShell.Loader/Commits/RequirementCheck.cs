namespace Catalog;

/// <summary>A requirement of a commit, and whether it holds now.</summary>
public sealed class RequirementCheck
{
    internal RequirementCheck(string type, string expected, string actual, bool holds)
    {
        Type = type;
        Expected = expected;
        Actual = actual;
        Holds = holds;
    }

    /// <summary>Gets what is asserted.</summary>
    public string Type { get; }

    /// <summary>Gets what the requirement names.</summary>
    public string Expected { get; }

    /// <summary>Gets what the table has.</summary>
    public string Actual { get; }

    /// <summary>Gets a value indicating whether the requirement holds.</summary>
    public bool Holds { get; }

    /// <inheritdoc />
    public override string ToString() => Holds ? $"{Type} holds: {Actual}" : $"{Type} would fail: expected {Expected}, the table has {Actual}";
}
