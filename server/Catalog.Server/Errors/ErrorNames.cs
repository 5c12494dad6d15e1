namespace Catalog.Server.Errors;

/// <summary>What a surface calls each error.</summary>
internal sealed record ErrorNames
{
    public required string BadRequest { get; init; }

    public required string NotAuthenticated { get; init; }

    /// <summary>An access key that is not known; by default not told apart.</summary>
    public string? UnknownAccessKey { get; init; }

    public required string Forbidden { get; init; }

    public required string NoSuchWarehouse { get; init; }

    public required string NoSuchNamespace { get; init; }

    /// <summary>Java tells a rename's missing namespace from a missing table by this name alone.</summary>
    public string NoSuchNamespaceOnRename { get; init; } = "NoSuchNamespaceException";

    public required string NoSuchTable { get; init; }

    /// <summary>A table whose metadata file is gone; Java switches on this very name.</summary>
    public string MetadataFileMissing { get; init; } = "NotFoundException";

    public required string WarehouseAlreadyExists { get; init; }

    public required string NamespaceAlreadyExists { get; init; }

    public required string TableAlreadyExists { get; init; }

    public required string WarehouseNotEmpty { get; init; }

    public required string NamespaceNotEmpty { get; init; }

    public string CommitFailed { get; init; } = "CommitFailedException";

    public required string Unprocessable { get; init; }

    public required string TooManyRequests { get; init; }

    public required string NotFound { get; init; }

    public required string MethodNotAllowed { get; init; }

    public required string TooLarge { get; init; }

    public required string UnsupportedMediaType { get; init; }

    public required string RequestTimeout { get; init; }

    public required string Internal { get; init; }

    public required string Unavailable { get; init; }
}
