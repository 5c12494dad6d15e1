namespace Catalog.Sdk.Commits;

/// <summary>How the commit helper tries again after a conflict, and how it looks for a commit that had no definite answer.</summary>
public sealed class CommitRetryOptions
{
    /// <summary>How often a commit is made anew after a conflict. Default 4, as in Iceberg's <c>commit.retry.num-retries</c>.</summary>
    public int MaxRetries { get; set; } = 4;

    /// <summary>The wait before the first retry; it doubles with each, and varies at random. Default 100 ms.</summary>
    public TimeSpan MinWait { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest wait before a retry. Default 60 s.</summary>
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The time after which no further retry begins. Default 30 min.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How often the table is loaded to look for a commit that had no definite answer. Default 3.</summary>
    public int MaxStatusChecks { get; set; } = 3;

    /// <summary>The wait before the second of these checks; it doubles with each. Default 1 s.</summary>
    public TimeSpan StatusCheckWait { get; set; } = TimeSpan.FromSeconds(1);
}
