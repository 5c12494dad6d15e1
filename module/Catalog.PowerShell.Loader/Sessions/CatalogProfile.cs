namespace Catalog;

/// <summary>A saved way to connect. It holds no secret, only the name under which a vault keeps one.</summary>
public sealed class CatalogProfile
{
    internal CatalogProfile(string name, Uri uri, CatalogSurface surface)
    {
        Profile = name;
        Uri = uri;
        Surface = surface;
    }

    /// <summary>Gets the name of the profile.</summary>
    public string Profile { get; }

    /// <summary>Gets the origin of the server.</summary>
    public Uri Uri { get; }

    /// <summary>Gets the service that is spoken to.</summary>
    public CatalogSurface Surface { get; }

    /// <summary>Gets the warehouse, if one is chosen.</summary>
    public string? Warehouse { get; internal init; }

    /// <summary>Gets how the caller proves who they are.</summary>
    public AuthenticationKind Authentication { get; internal init; }

    /// <summary>Gets the access key (its secret is not kept).</summary>
    public string? AccessKey { get; internal init; }

    /// <summary>Gets the name of the AWS profile.</summary>
    public string? ProfileName { get; internal init; }

    /// <summary>Gets the region that requests are signed for.</summary>
    public string? Region { get; internal init; }

    /// <summary>Gets the service name that requests are signed for.</summary>
    public string? SigningName { get; internal init; }

    /// <summary>Gets the name under which SecretManagement keeps the secret.</summary>
    public string? SecretName { get; internal init; }

    /// <summary>Gets the vault that keeps the secret.</summary>
    public string? VaultName { get; internal init; }

    /// <inheritdoc />
    public override string ToString() => Profile;
}
