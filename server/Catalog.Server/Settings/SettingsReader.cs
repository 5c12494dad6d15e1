namespace Catalog.Server.Settings;

/// <summary>Reads single settings and gathers what is wrong with them, so that a start names every failure at once.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> _failures = [];

    public IReadOnlyList<string> Failures => _failures;

    public string? Text(string name) => configuration[name] is { Length: > 0 } value ? value : null;

    public IReadOnlyList<string> List(string name)
    {
        IConfigurationSection section = configuration.GetSection(name);
        if (section.Value is { Length: > 0 } single)
        {
            return single.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }

        return [.. section.GetChildren().Select(c => c.Value).OfType<string>().Where(v => v.Length > 0)];
    }

    public bool Switch(string name, bool otherwise)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        if (bool.TryParse(text, out bool value))
        {
            return value;
        }

        return Fail(name, $"'{text}' is neither true nor false", otherwise);
    }

    public long Number(string name, long otherwise, long least, long most)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        if (long.TryParse(text, out long value) && value >= least && value <= most)
        {
            return value;
        }

        return Fail(name, $"'{text}' is not a number from {least} to {most}", otherwise);
    }

    public TimeSpan Duration(string name, TimeSpan otherwise, TimeSpan least, TimeSpan most)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        if (TimeSpan.TryParse(text, out TimeSpan value) && value >= least && value <= most)
        {
            return value;
        }

        return Fail(name, $"'{text}' is not a time from {least:c} to {most:c} (hh:mm:ss)", otherwise);
    }

    public void Fail(string name, string problem) => _failures.Add($"{name}: {problem}.");

    private T Fail<T>(string name, string problem, T otherwise)
    {
        Fail(name, problem);
        return otherwise;
    }
}
