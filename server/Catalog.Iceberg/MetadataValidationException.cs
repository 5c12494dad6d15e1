namespace Catalog.Iceberg;

/// <summary>Table metadata, or a change to it, that breaks a rule of the table format. Answered with 400.</summary>
public sealed class MetadataValidationException : Exception
{
    /// <summary>Makes an error about one field.</summary>
    /// <param name="message">What is wrong, in words for the caller.</param>
    /// <param name="field">The JSON field that is at fault, if one can be named.</param>
    public MetadataValidationException(string message, string? field = null)
        : base(message) => Field = field;

    /// <summary>Makes an error about one field, with the failure that led to it.</summary>
    /// <param name="message">What is wrong, in words for the caller.</param>
    /// <param name="field">The JSON field that is at fault, if one can be named.</param>
    /// <param name="innerException">What was caught.</param>
    public MetadataValidationException(string message, string? field, Exception innerException)
        : base(message, innerException) => Field = field;

    /// <summary>The JSON field that is at fault, if one can be named.</summary>
    public string? Field { get; }
}
