namespace Catalog.Iceberg;

/// <summary>A requirement of a commit does not hold for the table as it is now. Answered with 409 CommitFailedException.</summary>
public class RequirementFailedException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">Which requirement failed; begins with "Requirement failed: ".</param>
    public RequirementFailedException(string message)
        : base(message)
    {
    }
}
