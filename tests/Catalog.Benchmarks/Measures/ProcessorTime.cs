using System.Diagnostics;
using Catalog.Benchmarks.Generator;

namespace Catalog.Benchmarks.Measures;

/// <summary>
/// The processor time that a process spends on each request: unlike a rate, it hardly moves when something else is
/// running on the machine.
/// </summary>
internal sealed class ProcessorTime(int process)
{
    private readonly List<double> _microseconds = [];

    /// <summary>The median over the runs.</summary>
    public double Microseconds => _microseconds.Order().ElementAt(_microseconds.Count / 2);

    public LoadResult Of(Func<LoadResult> run)
    {
        using Process measured = Process.GetProcessById(process);
        TimeSpan before = measured.TotalProcessorTime;
        LoadResult result = run();
        measured.Refresh();
        _microseconds.Add((measured.TotalProcessorTime - before).TotalMicroseconds / Math.Max(1, result.Succeeded + result.Refused));
        return result;
    }
}
