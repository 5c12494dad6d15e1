namespace Catalog;

/// <summary>What a commit would do to a table, as <c>-WhatIf</c> finds it.</summary>
public sealed class CommitPreview
{
    internal CommitPreview(NamespaceName namespaceName, string name, IReadOnlyList<CommitDifference> changes, IReadOnlyList<RequirementCheck> requirements)
    {
        Namespace = namespaceName;
        Name = name;
        Changes = changes;
        Requirements = requirements;
    }

    /// <summary>Gets the namespace of the table.</summary>
    public NamespaceName Namespace { get; }

    /// <summary>Gets the name of the table.</summary>
    public string Name { get; }

    /// <summary>Gets what would change.</summary>
    public IReadOnlyList<CommitDifference> Changes { get; }

    /// <summary>Gets the requirements, each with what was found.</summary>
    public IReadOnlyList<RequirementCheck> Requirements { get; }

    /// <summary>Gets a value indicating whether every requirement holds now.</summary>
    public bool WouldSucceed => Requirements.All(r => r.Holds);

    /// <inheritdoc />
    public override string ToString()
    {
        IEnumerable<string> failing = Requirements.Where(r => !r.Holds).Select(r => $"! {r}");
        IEnumerable<string> lines = Changes.Count == 0 ? ["  (nothing would change)"] : Changes.Select(c => c.ToString());
        return string.Join(Environment.NewLine, [$"{Namespace}.{Name}", .. lines, .. failing]);
    }
}
