namespace Catalog.Core;

/// <summary>The request asks for something that is never valid.</summary>
/// <param name="message">What is wrong, for the caller.</param>
/// <param name="field">The field that is wrong, where it is one.</param>
/// <param name="inner">What found it.</param>
public sealed class InvalidRequestException(string message, string? field = null, Exception? inner = null)
    : CatalogException(message, inner)
{
    /// <summary>The field that is wrong, where it is one.</summary>
    public string? Field { get; } = field;
}
