namespace Catalog.Server.Commands;

/// <summary>A command's words and options: <c>keys revoke 3 --Data:Path ./data</c>.</summary>
internal sealed class CommandArguments
{
    private readonly Dictionary<string, string> _options = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _words = [];
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public CommandArguments(IReadOnlyList<string> arguments)
    {
        for (int i = 0; i < arguments.Count; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
            {
                _words.Add(arguments[i]);
                continue;
            }

            string[] parts = arguments[i][2..].Split('=', 2);
            string value = parts.Length == 2 ? parts[1]
                : i + 1 < arguments.Count ? arguments[++i]
                : throw new CommandException($"The option --{parts[0]} lacks its value.");
            if (!_options.TryAdd(parts[0], value))
            {
                throw new CommandException($"The option --{parts[0]} is given twice.");
            }
        }
    }

    /// <summary>What is for the server's settings rather than for the command.</summary>
    public string[] Settings =>
        [.. _options.Where(option => option.Key.Contains(':', StringComparison.Ordinal)).SelectMany(option => new[] { "--" + option.Key, option.Value })];

    public string? Word(int position) => position < _words.Count ? _words[position] : null;

    public string RequiredWord(int position, string what) => Word(position) ?? throw new CommandException($"The {what} is missing.");

    public string? Option(string name)
    {
        _taken.Add(name);
        return _options.GetValueOrDefault(name);
    }

    public string RequiredOption(string name) => Option(name) ?? throw new CommandException($"The option --{name} is missing.");

    /// <summary>Refuses what no command asked for: a mistyped option must not change what is made.</summary>
    public void CheckAllTaken(int words)
    {
        if (_words.Count > words)
        {
            throw new CommandException($"'{_words[words]}' is not understood here.");
        }

        foreach (string name in _options.Keys)
        {
            if (!name.Contains(':', StringComparison.Ordinal) && !_taken.Contains(name))
            {
                throw new CommandException($"The option --{name} is not known here.");
            }
        }
    }
}
