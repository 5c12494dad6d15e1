using System.Diagnostics;
using System.Text;

namespace Catalog.OpenApi.Join;

/// <summary>Runs Kiota, a tool of the repository, and takes its warnings as errors.</summary>
public static class ClientGenerator
{
    /// <summary>Generates the client from a description.</summary>
    /// <param name="root">The repository's folder, whose tool manifest names the Kiota to run.</param>
    /// <param name="description">The joined description.</param>
    /// <param name="output">The folder to write to; it is emptied first.</param>
    /// <exception cref="InvalidOperationException">Kiota failed or warned.</exception>
    public static async Task GenerateAsync(string root, string description, string output)
    {
        await RestoreAsync(root);
        string text = await RunAsync(
            root,
            "kiota", "generate", "-l", "CSharp", "--ebc", "--co",
            "-d", description, "-o", output, "-n", "Catalog.Sdk.Generated", "-c", "CatalogApiClient");

        // Kiota ends with 0 after warnings too, and even when it could not read the description at all.
        if (text.Contains("warn:", StringComparison.Ordinal) || text.Contains("fail:", StringComparison.Ordinal)
            || text.Contains("crit:", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("Kiota is not content with the contract:\n" + text);
        }
    }

    // Only when it must be: others may be restoring at the same time.
    private static async Task RestoreAsync(string root)
    {
        try
        {
            await RunAsync(root, "kiota", "--version");
        }
        catch (InvalidOperationException)
        {
            await RunAsync(root, "tool", "restore");
        }
    }

    private static async Task<string> RunAsync(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["KIOTA_OFFLINE_ENABLED"] = "true";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        using Process process = Process.Start(start)
            ?? throw new InvalidOperationException("dotnet did not start.");
        StringBuilder text = new();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        text.Append(await process.StandardOutput.ReadToEndAsync());
        text.Append(await errors);
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? text.ToString()
            : throw new InvalidOperationException($"dotnet {arguments[0]} ended with {process.ExitCode}:\n{text}");
    }
}
