using System.Management.Automation;
using Catalog.PowerShell.Pipeline;

namespace Catalog.PowerShell.Sessions;

/// <summary>Saves a way to connect, without its secret.</summary>
/// <remarks>
/// A profile holds the address, the surface, the warehouse and the kind of authentication. A secret is only named: it is read from
/// a vault of Microsoft.PowerShell.SecretManagement when one connects. A profile of the same name is replaced. One named 'default' is
/// used where there is no session and nothing in the environment.
/// </remarks>
[Cmdlet(VerbsCommon.New, "CatalogProfile", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = "Session")]
[OutputType(typeof(CatalogProfile))]
public sealed class NewCatalogProfileCommand : CatalogCommand
{
    /// <summary>The name to save it under.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [Alias("Name")]
    [ValidateNotNullOrEmpty]
    public string Profile { get; set; } = string.Empty;

    /// <summary>The address of the server.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Parts")]
    [ValidateNotNull]
    public Uri? Uri { get; set; }

    /// <summary>The service: Planasonix or AIStor.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Parts")]
    public CatalogSurface Surface { get; set; }

    /// <summary>The warehouse.</summary>
    [Parameter(ParameterSetName = "Parts")]
    [ValidateNotNullOrEmpty]
    public string? Warehouse { get; set; }

    /// <summary>How the caller proves who they are.</summary>
    [Parameter(ParameterSetName = "Parts")]
    public AuthenticationKind Authentication { get; set; }

    /// <summary>The access key, whose secret is not kept.</summary>
    [Parameter(ParameterSetName = "Parts")]
    [ValidateNotNullOrEmpty]
    public string? AccessKey { get; set; }

    /// <summary>A profile of the AWS configuration files.</summary>
    [Parameter(ParameterSetName = "Parts")]
    [ValidateNotNullOrEmpty]
    public string? ProfileName { get; set; }

    /// <summary>The region that requests are signed for.</summary>
    [Parameter(ParameterSetName = "Parts")]
    [ValidateNotNullOrEmpty]
    public string? Region { get; set; }

    /// <summary>The service name that requests are signed for.</summary>
    [Parameter(ParameterSetName = "Parts")]
    [ValidateSet("s3tables", "s3")]
    public string? SigningName { get; set; }

    /// <summary>The session to save; without it, the default.</summary>
    [Parameter(ParameterSetName = "Session", ValueFromPipeline = true)]
    [ValidateNotNull]
    public CatalogSession? Session { get; set; }

    /// <summary>The name under which a vault keeps the secret.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SecretName { get; set; }

    /// <summary>The vault; without it, the default vault.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? VaultName { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        CatalogSession? session = ParameterSetName == "Session" ? Session ?? RunspaceSessions.Current.Default : null;
        if (ParameterSetName == "Session" && session?.Connection is null)
        {
            ThrowTerminatingError(Errors.ErrorTranslation.ToRecord(
                new Errors.CommandException("NoSession", ErrorCategory.ConnectionError, "There is no session to save. Connect first, with Connect-Catalog.", "Run Connect-Catalog, or give -Uri and -Surface."), Profile, commit: false));
        }

        if (ShouldProcess($"profile {Profile}", "Save"))
        {
            Run(Profile, async (streams, stop) =>
            {
                CatalogProfile profile = session is null ? FromParameters() : FromSession(session);
                ProfileStore.Save(profile);
                await streams.WriteAsync(profile, stop).ConfigureAwait(false);
            });
        }
    }

    private CatalogProfile FromParameters() => new(Profile, Uri!, Surface)
    {
        Warehouse = Warehouse,
        Authentication = MyInvocation.BoundParameters.ContainsKey(nameof(Authentication)) ? Authentication
            : Surface == CatalogSurface.Planasonix ? AuthenticationKind.ApiKey
            : AccessKey is not null ? AuthenticationKind.AccessKey
            : ProfileName is not null ? AuthenticationKind.AwsProfile
            : AuthenticationKind.AwsDefault,
        AccessKey = AccessKey,
        ProfileName = ProfileName,
        Region = Region,
        SigningName = SigningName,
        SecretName = SecretName,
        VaultName = VaultName,
    };

    private CatalogProfile FromSession(CatalogSession session)
    {
        ConnectionSettings settings = ((CatalogConnection)session.Connection!).Settings;
        return new CatalogProfile(Profile, session.Uri, session.Surface)
        {
            Warehouse = session.Warehouse,
            Authentication = session.Authentication,
            AccessKey = settings.AccessKey,
            ProfileName = settings.ProfileName,
            Region = settings.Region,
            SigningName = settings.SigningName,
            SecretName = SecretName,
            VaultName = VaultName,
        };
    }
}
