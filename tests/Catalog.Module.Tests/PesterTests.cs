using Catalog.Module.Tests.Running;

namespace Catalog.Module.Tests;

/// <summary>Each <c>It</c> of the Pester suites is a result of its own.</summary>
public sealed class PesterTests
{
    /// <summary>Which suites run: <c>PESTER_SUITE=Table*</c> picks some while one works on them.</summary>
    private static string Pattern { get; } = Environment.GetEnvironmentVariable("PESTER_SUITE") ?? "*";

    public static async Task<IEnumerable<ITheoryDataRow>> Results()
    {
        IReadOnlyList<PesterResult> results = await PesterRun.RunAsync(Pattern, CancellationToken.None);
        IEnumerable<PesterResult> missing = Pattern == "*"
            ? PesterRun.Suites.Except(results.Select(result => result.File)).Select(suite => new PesterResult(suite, "every suite has results", "Failed", "The suite gave no result.", 0))
            : [];
        return results.Concat(missing).Select(result => new TheoryDataRow<PesterResult>(result)
        {
            TestDisplayName = $"{Path.GetFileNameWithoutExtension(result.File)} {result.Name}",
        });
    }

    [Theory]
    [MemberData(nameof(Results), DisableDiscoveryEnumeration = true)]
    public void It(PesterResult result)
    {
        if (result.Result == "Skipped")
        {
            Assert.Skip(result.Message ?? "Skipped without a reason.");
        }

        Assert.True(result.Result == "Passed", $"{result.Result}: {result.Message}");
    }
}
