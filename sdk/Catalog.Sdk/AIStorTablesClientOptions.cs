using Amazon.Runtime;

namespace Catalog.Sdk;

/// <summary>The settings of an <see cref="AIStorTablesClient"/>.</summary>
public sealed class AIStorTablesClientOptions : CatalogClientOptions
{
    /// <summary>The section of the configuration that <c>AddAIStorTables</c> binds: <c>AIStorTables:{name}</c>.</summary>
    public const string SectionName = "AIStorTables";

    /// <summary>The warehouse whose namespaces and tables the client shows. Required.</summary>
    public string? Warehouse { get; set; }

    /// <summary>The access key. Without it (and without <see cref="Credentials"/>) the AWS credential chain is used. Secret.</summary>
    public string? AccessKey { get; set; }

    /// <summary>The secret key that belongs to <see cref="AccessKey"/>. Secret.</summary>
    public string? SecretKey { get; set; }

    /// <summary>The session token of temporary keys. Secret.</summary>
    public string? SessionToken { get; set; }

    /// <summary>A profile of the AWS configuration files to take credentials from.</summary>
    public string? ProfileName { get; set; }

    /// <summary>Credentials as an object; they win over the settings above.</summary>
    public AWSCredentials? Credentials { get; set; }

    /// <summary>The region to sign for. Default <c>us-east-1</c>.</summary>
    public string Region { get; set; } = "us-east-1";

    /// <summary>The service name to sign for: <c>s3tables</c> (default) or <c>s3</c>.</summary>
    public string SigningName { get; set; } = "s3tables";
}
