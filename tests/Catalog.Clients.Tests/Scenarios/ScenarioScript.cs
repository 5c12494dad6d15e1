using System.Diagnostics;
using System.Text.Json;
using Catalog.Testing;

namespace Catalog.Clients.Tests.Scenarios;

/// <summary>Runs the scenarios of a script in one process: starting Python with its libraries costs seconds.</summary>
internal static class ScenarioScript
{
    private const string Mark = "RESULT ";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public static async Task<IReadOnlyDictionary<string, ScenarioResult>> RunAsync(ScriptProgram script, ServerProcess server, ClientLogin login, IEnumerable<string> scenarios)
    {
        ProcessStartInfo start = new(script.Program, [.. script.Arguments, .. scenarios])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        login.Fill(start.Environment, server);
        foreach ((string name, string value) in script.Environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["HOME"] = Directory.CreateTempSubdirectory("catalog-home-").FullName;
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Limit).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
        }

        string text = await output.ConfigureAwait(false);
        Dictionary<string, ScenarioResult> results = text.Split('\n')
            .Where(line => line.StartsWith(Mark, StringComparison.Ordinal))
            .Select(line => JsonSerializer.Deserialize<ScenarioResult>(line[Mark.Length..], JsonSerializerOptions.Web)!)
            .ToDictionary(result => result.Name);
        string rest = $"The script ended without this scenario's result.\n{text}\n{await error.ConfigureAwait(false)}";
        foreach (string missing in scenarios.Except(results.Keys))
        {
            results[missing] = new ScenarioResult(missing, "failed", rest, 0);
        }

        return results;
    }
}
