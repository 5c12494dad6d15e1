using System.Management.Automation;
using System.Security;
using Catalog.PowerShell.Errors;

namespace Catalog.PowerShell.Sessions;

/// <summary>Everything that it takes to make a session.</summary>
internal sealed record ConnectionSettings(Uri Uri, CatalogSurface Surface)
{
    public string? Warehouse { get; init; }

    public SecureString? ApiKey { get; init; }

    public SecureString? Token { get; init; }

    public string? AccessKey { get; init; }

    public SecureString? SecretKey { get; init; }

    public SecureString? SessionToken { get; init; }

    public string? ProfileName { get; init; }

    public string? Region { get; init; }

    public string? SigningName { get; init; }

    public TimeSpan? Timeout { get; init; }

    /// <summary>Gets where the settings come from, for a verbose line.</summary>
    public string Origin { get; init; } = "parameters";

    public AuthenticationKind Authentication => this switch
    {
        { ApiKey: not null } => AuthenticationKind.ApiKey,
        { Token: not null } => AuthenticationKind.Token,
        { AccessKey: not null } => AuthenticationKind.AccessKey,
        { ProfileName: not null } => AuthenticationKind.AwsProfile,
        { Surface: CatalogSurface.AIStor } => AuthenticationKind.AwsDefault,
        _ => AuthenticationKind.Anonymous,
    };

    /// <summary>Reads the environment. Without both an address and a surface, nothing of it is used.</summary>
    public static ConnectionSettings? FromEnvironment()
    {
        if (Find("CATALOG_URI") is not { } address || Find("CATALOG_SURFACE") is not { } surfaceName)
        {
            return null;
        }

        if (!Enum.TryParse(surfaceName, ignoreCase: true, out CatalogSurface surface) || !Enum.IsDefined(surface))
        {
            throw Bad($"CATALOG_SURFACE is '{surfaceName}'; it is one of {string.Join(", ", Enum.GetNames<CatalogSurface>())}.");
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
        {
            throw Bad($"CATALOG_URI is '{address}'; it is an http or https address.");
        }

        bool bearer = surface == CatalogSurface.Planasonix;
        SecureString? key = bearer ? Find("CATALOG_API_KEY")?.ToSecureString() : null;
        return new ConnectionSettings(uri, surface)
        {
            Warehouse = Find("CATALOG_WAREHOUSE"),
            ApiKey = key,
            Token = bearer && key is null ? Find("CATALOG_TOKEN")?.ToSecureString() : null,
            Origin = "the environment (CATALOG_URI, CATALOG_SURFACE)",
        };
    }

    private static string? Find(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static CommandException Bad(string message)
        => new("BadEnvironment", ErrorCategory.InvalidArgument, message, "Correct the environment variable, or name -Uri and -Surface.");
}
