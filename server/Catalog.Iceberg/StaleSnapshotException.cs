namespace Catalog.Iceberg;

/// <summary>
/// A snapshot was built on an older state of the table: its sequence number or first row id is already taken.
/// Answered with 409 so that the client refreshes and tries again.
/// </summary>
public sealed class StaleSnapshotException : RequirementFailedException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What is behind the table's state.</param>
    public StaleSnapshotException(string message)
        : base("Requirement failed: commit conflict, please refresh and retry: " + message)
    {
    }
}
