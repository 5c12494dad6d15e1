namespace Catalog.Sdk.DependencyInjection;

/// <summary>What settings have to be. Every failure is named, not only the first.</summary>
internal static class OptionsRules
{
    public static IEnumerable<string> Failures(PlanasonixClientOptions options) =>
        Common(options).Concat(
            options is { ApiKey: null or "", Token: null or "", TokenSource: null } ? ["Either ApiKey, Token or TokenSource has to be set."] : []);

    public static IEnumerable<string> Failures(AIStorTablesClientOptions options)
    {
        foreach (string failure in Common(options))
        {
            yield return failure;
        }

        if (options.Warehouse is null or "" or "." or "..")
        {
            yield return "Warehouse has to be the name of a warehouse.";
        }

        if (options.AccessKey is { Length: > 0 } && options.SecretKey is not { Length: > 0 } && options.Credentials is null)
        {
            yield return "SecretKey has to be set beside AccessKey.";
        }

        if (string.IsNullOrWhiteSpace(options.Region) || string.IsNullOrWhiteSpace(options.SigningName))
        {
            yield return "Region and SigningName have to be set.";
        }
    }

    private static IEnumerable<string> Common(CatalogClientOptions options)
    {
        if (options.Endpoint is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
        {
            yield return "Endpoint has to be an absolute http or https address.";
        }

        if (options.PageSize < 1)
        {
            yield return "PageSize has to be at least 1, or absent.";
        }

        Resilience.ResilienceOptions resilience = options.Resilience;
        if (resilience.MaxRetries is < 0 or > 100)
        {
            yield return "Resilience:MaxRetries has to be from 0 to 100.";
        }

        if (resilience.AttemptTimeout < TimeSpan.FromMilliseconds(10) || resilience.TotalTimeout < resilience.AttemptTimeout || resilience.TotalTimeout > TimeSpan.FromDays(1))
        {
            yield return "Resilience:AttemptTimeout has to be 10 ms or more and not above TotalTimeout, which has to be a day or less.";
        }

        if (resilience.BaseDelay < TimeSpan.Zero || resilience.MaxDelay < resilience.BaseDelay)
        {
            yield return "Resilience:BaseDelay has to be zero or more and not above MaxDelay.";
        }

        if (resilience is { BreakerFailureRatio: < 1 } and ({ BreakerFailureRatio: <= 0 } or { BreakerMinimumThroughput: < 2 })
            || resilience.BreakerDuration < TimeSpan.FromMilliseconds(500))
        {
            yield return "Resilience:BreakerFailureRatio has to be above 0, BreakerMinimumThroughput at least 2, BreakerDuration at least 500 ms.";
        }

        if (options.CommitRetry is { MaxRetries: < 0 } or { MaxStatusChecks: < 0 } || options.CommitRetry.MinWait < TimeSpan.Zero || options.CommitRetry.MaxWait < options.CommitRetry.MinWait)
        {
            yield return "CommitRetry: counts and waits have to be zero or more, and MinWait not above MaxWait.";
        }
    }
}
