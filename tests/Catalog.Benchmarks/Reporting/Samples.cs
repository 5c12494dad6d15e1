namespace Catalog.Benchmarks.Reporting;

/// <summary>The repetitions of one measurement.</summary>
internal sealed class Samples
{
    private readonly List<double> _values = [];

    public double Median => _values.Order().ElementAt(_values.Count / 2);

    /// <summary>Half the distance between the lowest and the highest, as a part of the median.</summary>
    public double Noise => _values.Count < 2 || Median == 0 ? 0 : (_values.Max() - _values.Min()) / 2 / Median;

    public void Add(double value) => _values.Add(value);
}
