namespace Catalog.Core.Access.Policies;

/// <summary>How a condition compares; the names are IAM's.</summary>
internal enum PolicyOperator
{
    /// <summary>Equal.</summary>
    StringEquals,

    /// <summary>Not equal to any value.</summary>
    StringNotEquals,

    /// <summary>Equal but for case.</summary>
    StringEqualsIgnoreCase,

    /// <summary>Matching a pattern.</summary>
    StringLike,

    /// <summary>Matching no pattern.</summary>
    StringNotLike,
}
