namespace Catalog.PowerShell.Help;

/// <summary>An example: what is typed, what came, and why.</summary>
internal sealed record ExampleHelp(string Title, string Code, string Output, string Remarks)
{
    /// <summary>Reads the examples of a cmdlet: a heading, some text, a block of code, and mostly a block of output.</summary>
    public static IReadOnlyList<ExampleHelp> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        List<ExampleHelp> examples = [];
        string? block = null;
        foreach (string line in File.ReadLines(path))
        {
            if (block is null && line.StartsWith("## ", StringComparison.Ordinal))
            {
                examples.Add(new ExampleHelp(line[3..], string.Empty, string.Empty, string.Empty));
            }
            else if (line.StartsWith("```", StringComparison.Ordinal))
            {
                block = block is null ? line[3..] : null;
            }
            else if (examples.Count > 0)
            {
                examples[^1] = examples[^1].With(block, line);
            }
        }

        return [.. examples.Select(example => example with { Code = example.Code.Trim('\n'), Output = example.Output.Trim('\n'), Remarks = example.Remarks.Trim() })];
    }

    private ExampleHelp With(string? block, string line) => block switch
    {
        "powershell" => this with { Code = $"{Code}{line}\n" },
        "output" => this with { Output = $"{Output}{line}\n" },
        _ => this with { Remarks = $"{Remarks} {line}" },
    };
}
