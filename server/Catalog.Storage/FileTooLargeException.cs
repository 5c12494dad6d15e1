namespace Catalog.Storage;

/// <summary>A file is larger than the reader allows.</summary>
/// <param name="location">The file.</param>
/// <param name="maxBytes">The limit.</param>
public sealed class FileTooLargeException(string location, long maxBytes)
    : Exception($"{location} is larger than {maxBytes} bytes");
