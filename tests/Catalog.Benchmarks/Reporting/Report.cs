using System.Globalization;

namespace Catalog.Benchmarks.Reporting;

/// <summary>Prints a figure with its limit as soon as it is known, as rows of a Markdown table.</summary>
internal sealed class Report(TextWriter output)
{
    private bool _started;

    public void Note(string text)
    {
        output.WriteLine(_started ? "" : text);
        if (_started)
        {
            output.WriteLine(text);
        }

        output.WriteLine();
        _started = false;
    }

    /// <summary>A rate beside its physical limit; the ratio should reach the target, if there is one.</summary>
    public void Rate(string name, Samples measured, string limitName, Samples limit, double? target = null, string remark = "") =>
        Row(name, Format(measured, "/s"), $"{limitName}: {Format(limit, "/s")}", Percent(measured.Median / limit.Median),
            target is { } wanted ? Verdict(measured.Median / limit.Median >= wanted, $"≥ {Percent(wanted)}") : "", remark);

    /// <summary>A figure with a target of its own.</summary>
    public void Value(string name, string value, string limit = "", string target = "", bool? met = null, string remark = "") =>
        Row(name, value, limit, "", met is { } known ? Verdict(known, target) : target, remark);

    public static string Format(Samples samples, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{samples.Median:N0}{unit} ±{samples.Noise * 100:0} %");

    private static string Percent(double part) => string.Create(CultureInfo.InvariantCulture, $"{part * 100:0} %");

    private static string Verdict(bool met, string target) => $"{target}: {(met ? "met" : "MISSED")}";

    private void Row(params string[] cells)
    {
        if (!_started)
        {
            output.WriteLine("| measure | figure | limit in the same run | part of it | target | remarks |");
            output.WriteLine("|---|---|---|---|---|---|");
            _started = true;
        }

        output.WriteLine($"| {string.Join(" | ", cells)} |");
        output.Flush();
    }
}
