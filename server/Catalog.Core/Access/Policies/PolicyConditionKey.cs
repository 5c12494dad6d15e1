namespace Catalog.Core.Access.Policies;

/// <summary>What of a request a condition may look at.</summary>
internal enum PolicyConditionKey
{
    /// <summary><c>s3tables:namespace</c>: the namespace, levels joined by dots.</summary>
    Namespace,

    /// <summary><c>s3tables:tableName</c>: the table's name.</summary>
    TableName,
}
