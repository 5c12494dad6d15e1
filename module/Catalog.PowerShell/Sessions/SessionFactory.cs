using System.Management.Automation;
using Catalog.PowerShell.Errors;
using Catalog.PowerShell.Pipeline;
using Catalog.Sdk.Telemetry;

namespace Catalog.PowerShell.Sessions;

/// <summary>Makes the SDK's client that stands behind a session.</summary>
internal static class SessionFactory
{
    /// <summary>Stands in where a session names no warehouse: only the operations on warehouses are used then.</summary>
    private const string NoWarehouse = "none";

    public static CatalogSession Open(ConnectionSettings settings)
    {
        CatalogConnection connection = settings.Surface == CatalogSurface.AIStor ? OpenAIStor(settings) : OpenPlanasonix(settings);
        return new CatalogSession(RunspaceSessions.NextId(), settings.Uri, settings.Surface, settings.Warehouse, settings.Authentication, connection);
    }

    private static CatalogConnection OpenPlanasonix(ConnectionSettings settings)
    {
        if (settings.ApiKey is null && settings.Token is null)
        {
            throw new CommandException(
                "NoCredentials",
                ErrorCategory.AuthenticationError,
                "Planasonix wants an API key or a token.",
                "Give -ApiKey or -Token, or set CATALOG_API_KEY or CATALOG_TOKEN.");
        }

        Sdk.PlanasonixClientOptions options = Prepare(new Sdk.PlanasonixClientOptions(), settings);
        options.Warehouse = settings.Warehouse;
        options.ApiKey = settings.ApiKey?.ToPlainText();
        options.Token = settings.Token?.ToPlainText();
        Sdk.PlanasonixClient client = new(options);
        return new CatalogConnection(settings, client.Catalog, warehouses: null, client);
    }

    private static CatalogConnection OpenAIStor(ConnectionSettings settings)
    {
        Sdk.AIStorTablesClientOptions options = Prepare(new Sdk.AIStorTablesClientOptions(), settings);
        options.Warehouse = settings.Warehouse ?? NoWarehouse;
        options.AccessKey = settings.AccessKey;
        options.SecretKey = settings.SecretKey?.ToPlainText();
        options.SessionToken = settings.SessionToken?.ToPlainText();
        options.ProfileName = settings.ProfileName;
        options.Region = settings.Region ?? options.Region;
        options.SigningName = settings.SigningName ?? options.SigningName;
        Sdk.AIStorTablesClient client = new(options);
        return new CatalogConnection(settings, client.Catalog, client.Warehouses, client);
    }

    private static T Prepare<T>(T options, ConnectionSettings settings)
        where T : Sdk.CatalogClientOptions
    {
        options.Endpoint = settings.Uri;
        options.ApplicationName = $"Catalog.PowerShell/{typeof(SessionFactory).Assembly.GetName().Version?.ToString(3)}";
        options.OnAttempt = Trace;
        if (settings.Timeout is { } timeout)
        {
            options.Resilience.TotalTimeout = timeout;
            options.Resilience.AttemptTimeout = timeout < options.Resilience.AttemptTimeout ? timeout : options.Resilience.AttemptTimeout;
        }

        return options;
    }

    private static void Trace(HttpAttempt attempt)
    {
        if (HttpTrace.Current.Value is not { } streams)
        {
            return;
        }

        string outcome = attempt.StatusCode is { } status ? $"{(int)status}" : attempt.Exception?.GetType().Name ?? "no answer";
        streams.Verbose($"{attempt.Method} {attempt.Uri.PathAndQuery} {outcome} {attempt.Duration.TotalMilliseconds:0} ms, attempt {attempt.Attempt}, request {attempt.RequestId ?? "-"}");
        foreach ((string name, string value) in attempt.RequestHeaders)
        {
            streams.Debug($"> {name}: {value}");
        }

        foreach ((string name, string value) in attempt.ResponseHeaders)
        {
            streams.Debug($"< {name}: {value}");
        }

        if (attempt.Attempt > 1)
        {
            streams.Report($"Attempt {attempt.Attempt}: {outcome}", -1);
        }
    }
}
