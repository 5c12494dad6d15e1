using System.Diagnostics;
using System.Text.Json;
using Catalog.Testing;

namespace Catalog.Module.Tests.Running;

/// <summary>Runs the Pester suites in the real PowerShell, against a real server.</summary>
internal static class PesterRun
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(9);

    private static string Folder { get; } = Path.Combine(SourceTree.Root, "tests", "Catalog.Module.Tests", "Pester");

    public static IReadOnlyList<string> Suites { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.Tests.ps1").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    public static async Task<IReadOnlyList<PesterResult>> RunAsync(string pattern, CancellationToken cancellationToken)
    {
        await using ServerProcess server = await ServerProcess.StartAsync(cancellationToken: cancellationToken);
        string home = Directory.CreateTempSubdirectory("catalog-module-").FullName;
        string results = Path.Combine(home, "results.json");
        try
        {
            // Before the shell starts: the AWS library looks once whether the file is there.
            await File.WriteAllTextAsync(
                Path.Combine(home, "aws-credentials"),
                $"[lake]\naws_access_key_id = {server.AIStorAccessKey}\naws_secret_access_key = {server.AIStorSecretKey}\n",
                cancellationToken);
            string output = await RunShellAsync(server, pattern, home, results, cancellationToken);
            if (!File.Exists(results))
            {
                throw new InvalidOperationException($"PowerShell left no results.\n{output}\n{server.Output}");
            }

            string json = await File.ReadAllTextAsync(results, cancellationToken);
            return JsonSerializer.Deserialize<List<PesterResult>>(json) ?? [];
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static async Task<string> RunShellAsync(ServerProcess server, string pattern, string home, string results, CancellationToken cancellationToken)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { "pwsh", "-NoProfile", "-NonInteractive", "-File", Path.Combine(Folder, "Run.ps1"), "-Pattern", pattern, "-ResultPath", results },
            WorkingDirectory = SourceTree.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in PesterEnvironment.For(server, home))
        {
            start.Environment[name] = value;
        }

        using Process shell = Process.Start(start) ?? throw new InvalidOperationException("PowerShell did not start.");
        shell.StandardInput.Close();
        Task<string> output = shell.StandardOutput.ReadToEndAsync(cancellationToken);
        Task<string> errors = shell.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await shell.WaitForExitAsync(cancellationToken).WaitAsync(Limit, cancellationToken);
        }
        finally
        {
            if (!shell.HasExited)
            {
                shell.Kill(entireProcessTree: true);
            }
        }

        return await output + await errors;
    }
}
