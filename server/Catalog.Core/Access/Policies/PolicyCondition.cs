namespace Catalog.Core.Access.Policies;

/// <summary>One condition of a statement: it holds when any of its values does, or for the negated operators when none does.</summary>
internal sealed record PolicyCondition(PolicyConditionKey Key, PolicyOperator Operator, IReadOnlyList<string> Values)
{
    /// <summary>Whether the condition holds. What the target lacks satisfies the negated operators only, as in IAM.</summary>
    public bool Holds(in AccessTarget target)
    {
        string? actual = Key == PolicyConditionKey.Namespace ? target.Namespace : target.Table;
        bool negated = Operator is PolicyOperator.StringNotEquals or PolicyOperator.StringNotLike;
        return actual is null ? negated : Any(actual) != negated;
    }

    /// <summary>Whether the target says what the condition looks at.</summary>
    public bool IsKnown(in AccessTarget target) => (Key == PolicyConditionKey.Namespace ? target.Namespace : target.Table) is not null;

    private bool Any(string actual)
    {
        foreach (string value in Values)
        {
            bool holds = Operator switch
            {
                PolicyOperator.StringLike or PolicyOperator.StringNotLike => Wildcard.IsMatch(value, actual),
                PolicyOperator.StringEqualsIgnoreCase => string.Equals(value, actual, StringComparison.OrdinalIgnoreCase),
                _ => value == actual,
            };
            if (holds)
            {
                return true;
            }
        }

        return false;
    }
}
