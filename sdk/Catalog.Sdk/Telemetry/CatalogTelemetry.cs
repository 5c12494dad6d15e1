using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;

namespace Catalog.Sdk.Telemetry;

/// <summary>The names under which the SDK traces and measures; hosts name them to their exporters.</summary>
public static class CatalogTelemetry
{
    /// <summary>The name of the activity source: a span for each call, with the field's names as tags.</summary>
    public const string ActivitySourceName = "Catalog.Sdk";

    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Catalog.Sdk";

    /// <summary>A histogram: how long calls take, in seconds, by operation and outcome.</summary>
    public const string CallDuration = "catalog.client.call.duration";

    /// <summary>A counter: requests that were repeated, by method and status.</summary>
    public const string Retries = "catalog.client.retries";

    /// <summary>A counter: token exchanges, by outcome.</summary>
    public const string TokenExchanges = "catalog.client.token.exchanges";

    /// <summary>A counter: commits that met a conflict and were made anew.</summary>
    public const string CommitConflicts = "catalog.client.commit.conflicts";

    internal static readonly string Version =
        typeof(CatalogTelemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    internal static readonly ActivitySource Source = new(ActivitySourceName, Version);

    private static readonly Meter Meter = new(MeterName, Version);

    internal static readonly Histogram<double> CallDurationHistogram = Meter.CreateHistogram<double>(CallDuration, "s", "How long calls take.");

    internal static readonly Counter<long> RetryCounter = Meter.CreateCounter<long>(Retries, "{request}", "Requests that were repeated.");

    internal static readonly Counter<long> TokenExchangeCounter = Meter.CreateCounter<long>(TokenExchanges, "{exchange}", "Token exchanges.");

    internal static readonly Counter<long> CommitConflictCounter = Meter.CreateCounter<long>(CommitConflicts, "{commit}", "Commits that met a conflict and were made anew.");
}
