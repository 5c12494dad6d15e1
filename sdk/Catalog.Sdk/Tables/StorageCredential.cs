namespace Catalog.Sdk.Tables;

/// <summary>Credentials that the server vends for a part of the storage.</summary>
public sealed record StorageCredential : IcebergObject
{
    /// <summary>The location prefix for which the credential holds; the longest match wins.</summary>
    public required string Prefix { get; init; }

    /// <summary>The credential as settings of a file IO implementation. Secret.</summary>
    public IReadOnlyDictionary<string, string> Config { get; init => field = value ?? EmptyStrings; } = EmptyStrings;
}
