namespace Catalog.Benchmarks.Generator;

/// <summary>What a run of the load generator saw.</summary>
internal sealed record LoadResult(long Succeeded, long Refused, long Failed, TimeSpan Elapsed, TimeSpan Median, TimeSpan Slow)
{
    /// <summary>Successful requests a second.</summary>
    public double Rate => Succeeded / Elapsed.TotalSeconds;
}
