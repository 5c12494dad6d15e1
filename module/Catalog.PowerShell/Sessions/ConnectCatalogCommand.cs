using System.Management.Automation;
using System.Security;
using Catalog.PowerShell.Completion;
using Catalog.PowerShell.Errors;
using Catalog.PowerShell.Pipeline;

namespace Catalog.PowerShell.Sessions;

/// <summary>Connects to a catalog and makes the session the default of this runspace.</summary>
/// <remarks>
/// The connection is tried before the session is made: wrong credentials or no server end with an error and no session.
/// A warehouse that does not exist gives a warning only, so that New-Warehouse can follow. Without -Uri and -Surface the
/// environment (CATALOG_URI, CATALOG_SURFACE, CATALOG_WAREHOUSE, CATALOG_API_KEY, CATALOG_TOKEN) is used.
/// Without keys, AIStor Tables is called with what AWS's own chain of credentials finds.
/// </remarks>
[Cmdlet(VerbsCommunications.Connect, "Catalog", DefaultParameterSetName = "Default")]
[OutputType(typeof(CatalogSession))]
public sealed class ConnectCatalogCommand : CatalogCommand
{
    /// <summary>The address of the server, without the path of a surface.</summary>
    [Parameter(Position = 0, ParameterSetName = "Default")]
    [Parameter(Position = 0, ParameterSetName = "ApiKey", Mandatory = true)]
    [Parameter(Position = 0, ParameterSetName = "Token", Mandatory = true)]
    [Parameter(Position = 0, ParameterSetName = "AccessKey", Mandatory = true)]
    [Parameter(Position = 0, ParameterSetName = "AwsProfile", Mandatory = true)]
    [ValidateNotNull]
    public Uri? Uri { get; set; }

    /// <summary>The service: Planasonix or AIStor.</summary>
    [Parameter(Position = 1, ParameterSetName = "Default")]
    [Parameter(Position = 1, ParameterSetName = "ApiKey", Mandatory = true)]
    [Parameter(Position = 1, ParameterSetName = "Token", Mandatory = true)]
    [Parameter(Position = 1, ParameterSetName = "AccessKey", Mandatory = true)]
    [Parameter(Position = 1, ParameterSetName = "AwsProfile", Mandatory = true)]
    public CatalogSurface? Surface { get; set; }

    /// <summary>The warehouse. Planasonix has a default one for each organisation.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Warehouse { get; set; }

    /// <summary>An flx_ key, which is exchanged for short-lived tokens. Text or a SecureString.</summary>
    [Parameter(ParameterSetName = "ApiKey", Mandatory = true)]
    [Parameter(ParameterSetName = "Profile")]
    [SecretTransformation]
    public SecureString? ApiKey { get; set; }

    /// <summary>A token, which is sent as it is. Text or a SecureString.</summary>
    [Parameter(ParameterSetName = "Token", Mandatory = true)]
    [Parameter(ParameterSetName = "Profile")]
    [SecretTransformation]
    public SecureString? Token { get; set; }

    /// <summary>The access key that signs requests.</summary>
    [Parameter(ParameterSetName = "AccessKey", Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? AccessKey { get; set; }

    /// <summary>The secret that belongs to the access key. Text or a SecureString.</summary>
    [Parameter(ParameterSetName = "AccessKey", Mandatory = true)]
    [Parameter(ParameterSetName = "Profile")]
    [SecretTransformation]
    public SecureString? SecretKey { get; set; }

    /// <summary>The session token of temporary keys. Text or a SecureString.</summary>
    [Parameter(ParameterSetName = "AccessKey")]
    [Parameter(ParameterSetName = "Profile")]
    [SecretTransformation]
    public SecureString? SessionToken { get; set; }

    /// <summary>A profile of the AWS configuration files.</summary>
    [Parameter(ParameterSetName = "AwsProfile", Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? ProfileName { get; set; }

    /// <summary>The region that requests are signed for; us-east-1 unless given.</summary>
    [Parameter(ParameterSetName = "Default")]
    [Parameter(ParameterSetName = "AccessKey")]
    [Parameter(ParameterSetName = "AwsProfile")]
    [ValidateNotNullOrEmpty]
    public string? Region { get; set; }

    /// <summary>The service name that requests are signed for: s3tables unless given, or s3.</summary>
    [Parameter(ParameterSetName = "Default")]
    [Parameter(ParameterSetName = "AccessKey")]
    [Parameter(ParameterSetName = "AwsProfile")]
    [ValidateSet("s3tables", "s3")]
    public string? SigningName { get; set; }

    /// <summary>A connection that New-CatalogProfile has saved.</summary>
    [Parameter(ParameterSetName = "Profile", Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? Profile { get; set; }

    /// <summary>How many seconds a call may take with all its repetitions; 120 unless given.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int? TimeoutSec { get; set; }

    /// <summary>Returns the session.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        CatalogSession session = Open();
        RunOrThrow(session.Uri, (streams, stop) => ConnectionProbe.ProbeAsync(session, streams, stop), session.Close);
        RunspaceSessions.Current.Use(session);
        WriteVerbose($"Connected to {session}.");
        if (PassThru)
        {
            WriteObject(session);
        }
    }

    private CatalogSession Open()
    {
        try
        {
            return SessionFactory.Open(Settings() with { Timeout = TimeoutSec is { } seconds ? TimeSpan.FromSeconds(seconds) : null });
        }
        catch (Exception error) when (error is not PipelineStoppedException)
        {
            ThrowTerminatingError(ErrorTranslation.ToRecord(error, Uri, commit: false));
            throw;
        }
    }

    private ConnectionSettings Settings()
    {
        if (Profile is { } name)
        {
            CatalogProfile profile = ProfileStore.Find(name)
                ?? throw new CommandException("NoSuchProfile", ErrorCategory.ObjectNotFound, $"There is no profile '{name}'.", "Get-CatalogProfile lists them; New-CatalogProfile saves one.");
            ConnectionSettings saved = ProfileConnection.ToSettings(profile, this, ApiKey ?? Token ?? SecretKey);
            return saved with { Warehouse = Warehouse ?? saved.Warehouse, SessionToken = SessionToken };
        }

        ConnectionSettings? environment = Uri is null || Surface is null ? ConnectionSettings.FromEnvironment() : null;
        Uri uri = Uri ?? environment?.Uri ?? throw Missing("-Uri");
        if (!uri.IsAbsoluteUri || uri.Scheme is not ("http" or "https"))
        {
            throw new CommandException("BadRequest", ErrorCategory.InvalidArgument, $"'{uri}' is no address of a server.", "Write it as http://host:port or https://host.");
        }

        ConnectionSettings settings = new(uri, Surface ?? environment?.Surface ?? throw Missing("-Surface"))
        {
            Warehouse = Warehouse ?? environment?.Warehouse,
            ApiKey = ApiKey ?? environment?.ApiKey,
            Token = Token ?? environment?.Token,
            AccessKey = AccessKey,
            SecretKey = SecretKey,
            SessionToken = SessionToken,
            ProfileName = ProfileName,
            Region = Region,
            SigningName = SigningName,
        };
        return settings.Surface == CatalogSurface.AIStor && (settings.ApiKey ?? settings.Token) is not null
            ? throw Mismatch("AIStor signs its requests: give -AccessKey and -SecretKey, or -ProfileName.")
            : settings.Surface == CatalogSurface.Planasonix && (AccessKey ?? ProfileName) is not null
            ? throw Mismatch("Planasonix takes a bearer: give -ApiKey or -Token.")
            : settings;
    }

    private static CommandException Missing(string parameter) => new(
        "BadRequest",
        ErrorCategory.InvalidArgument,
        $"{parameter} is needed, or both CATALOG_URI and CATALOG_SURFACE in the environment.",
        "Give -Uri and -Surface, or -Profile.");

    private static CommandException Mismatch(string message) => new("BadRequest", ErrorCategory.InvalidArgument, message, "Get-Help Connect-Catalog -Examples shows each way.");
}
