using System.Diagnostics;
using System.Text.RegularExpressions;
using Catalog.Clients.Tests.Python;
using Catalog.Testing;

namespace Catalog.Clients.Tests.Readme;

/// <summary>The examples of the README, run as printed, against a server that has just made its own credentials.</summary>
public sealed partial class ReadmeTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-readme").FullName;
    private ServerProcess _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await ServerProcess.StartAsync(new ServerProcessOptions { GiveCredentials = false }, TestContext.Current.CancellationToken);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "data"), _server.DataPath);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "module"), Path.Combine(SourceTree.Root, "module"));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task PowerShellExamples_AsPrinted_Run()
    {
        string script = Path.Combine(_folder, "examples.ps1");
        string[] lines =
        [
            "$ErrorActionPreference = 'Stop'",
            $"Set-Location '{_folder}'",
            .. Examples("powershell"),
            "'tables: ' + @(Get-Table events).Name",
        ];
        await File.WriteAllLinesAsync(script, lines, TestContext.Current.CancellationToken);

        string output = await RunAsync(SourceTree.Root, "dotnet", "tool", "run", "pwsh", "-NoProfile", "-NonInteractive", "-File", script);

        output.ShouldContain("What if:");
        output.ShouldContain("tables: clicks");
    }

    [Fact]
    public async Task CSharpExample_AsPrinted_Runs()
    {
        // The program lies outside the repository, so that a run leaves nothing in it: only the reference's path is changed.
        string program = Path.Combine(_folder, "orders.cs");
        IEnumerable<string> lines = Examples("csharp")
            .Select(line => line.Replace("#:project ", $"#:project {SourceTree.Root}{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        await File.WriteAllLinesAsync(program, lines, TestContext.Current.CancellationToken);

        string output = await RunAsync(_folder, "dotnet", "run", program);

        output.ShouldContain("id, price, name");
        output.ShouldContain("shop.products");
    }

    [Fact]
    public async Task PyIcebergExample_AsPrinted_Runs()
    {
        (string? python, string reason) = await PythonEnvironment.PrepareAsync();
        if (python is null)
        {
            Assert.Skip(reason);
        }

        string program = Path.Combine(_folder, "people.py");
        await File.WriteAllLinesAsync(program, Examples("python"), TestContext.Current.CancellationToken);

        string output = await RunAsync(_folder, python, program);

        output.ShouldContain("id: [[2,3]]");
    }

    private static IEnumerable<string> Examples(string language)
    {
        string text = File.ReadAllText(Path.Combine(SourceTree.Root, "README.md"));
        IEnumerable<string> blocks = Block().Matches(text).Where(block => block.Groups[1].Value == language).Select(block => block.Groups[2].Value);
        return blocks.SelectMany(block => block.Split('\n'));
    }

    private static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["NO_COLOR"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        string text = await output + await error;
        process.ExitCode.ShouldBe(0, text);
        return text;
    }

    [GeneratedRegex("```([a-z]+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
