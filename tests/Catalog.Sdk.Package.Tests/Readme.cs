using System.Text.RegularExpressions;
using Catalog.Testing;

namespace Catalog.Sdk.Package.Tests;

/// <summary>The C# examples of the package's README, made into one program.</summary>
internal static partial class Readme
{
    /// <summary>The examples in order, their usings at the front, with the address and credentials of a server.</summary>
    public static string Program(ServerProcess server, Func<string, bool> examples)
    {
        string text = File.ReadAllText(Path.Combine(SourceTree.Root, "sdk", "Catalog.Sdk", "README.md"));
        string[] lines = [.. CodeBlock().Matches(text).Select(m => m.Groups[1].Value).Where(examples).SelectMany(block => block.Split('\n'))];
        string program = string.Join('\n', lines.Where(l => Using().IsMatch(l)).Distinct().Concat(lines.Where(l => !Using().IsMatch(l))));
        return program
            .Replace("http://127.0.0.1:8181", server.BaseAddress.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
            .Replace("\"flx_…\"", $"\"{server.PlanasonixKey}\"", StringComparison.Ordinal)
            .Replace("\"access\", \"secret\"", $"\"{server.AIStorAccessKey}\", \"{server.AIStorSecretKey}\"", StringComparison.Ordinal);
    }

    /// <summary>The one C# example of a README that holds a text.</summary>
    public static string Example(string readme, string marker) =>
        CodeBlock().Matches(File.ReadAllText(readme)).Select(m => m.Groups[1].Value).Single(block => block.Contains(marker, StringComparison.Ordinal));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"^using [\w.]+;")]
    private static partial Regex Using();
}
