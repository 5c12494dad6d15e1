namespace Catalog.Core.Access.Policies;

/// <summary>One statement of a policy.</summary>
/// <param name="IsDeny">Whether it denies rather than allows.</param>
/// <param name="Actions">The actions it names, one bit each.</param>
/// <param name="Resources">The patterns of the resources it names.</param>
/// <param name="Conditions">What must hold beside.</param>
internal sealed record PolicyStatement(
    bool IsDeny, ulong Actions, IReadOnlyList<string> Resources, IReadOnlyList<PolicyCondition> Conditions)
{
    public bool Names(CatalogAction action) => (Actions & (1UL << (int)action)) != 0;

    public bool Names(ReadOnlySpan<char> resource)
    {
        foreach (string pattern in Resources)
        {
            if (Wildcard.IsMatch(pattern, resource))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it names any resource below that one, given with a star at its end.</summary>
    public bool NamesWithin(string resource) => Resources.Any(pattern => pattern.StartsWith(resource[..^1], StringComparison.Ordinal));

    /// <summary>Whether its conditions hold whatever the names are that the target leaves out.</summary>
    public bool HoldsWhatever(AccessTarget target) => Conditions.All(condition => condition.IsKnown(target) && condition.Holds(target));

    /// <summary>Whether its conditions can hold for some names that the target leaves out.</summary>
    public bool MayHoldFor(AccessTarget target) => Conditions.All(condition => !condition.IsKnown(target) || condition.Holds(target));

    public bool HoldsFor(in AccessTarget target)
    {
        foreach (PolicyCondition condition in Conditions)
        {
            if (!condition.Holds(target))
            {
                return false;
            }
        }

        return true;
    }
}
