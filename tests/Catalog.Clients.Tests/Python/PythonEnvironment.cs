using System.Diagnostics;
using Catalog.Clients.Tests.Scenarios;
using Catalog.Testing.Clients;

namespace Catalog.Clients.Tests.Python;

/// <summary>A virtual environment with the clients of <c>wheels/</c>, made once and kept in the cache folder.</summary>
internal static class PythonEnvironment
{
    private static readonly string[] Packages =
    [
        "pyiceberg[pyarrow,pyiceberg-core,rest-sigv4]", "duckdb", "pytz",
        "duckdb-extension-avro", "duckdb-extension-httpfs", "duckdb-extension-iceberg", "schemathesis",
    ];

    private static readonly Lazy<Task<(string? Python, string Reason)>> Made = new(MakeAsync);

    /// <summary>The command that runs the scenarios of a module in <c>Python/</c>, or why there is none.</summary>
    public static async Task<(ScriptProgram? Script, string Reason)> ModuleAsync(string module)
    {
        (string? python, string reason) = await PrepareAsync().ConfigureAwait(false);
        string runner = Path.Combine(AppContext.BaseDirectory, "Python", "scenarios.py");
        return (python is null ? null : new ScriptProgram(python, [runner, module], new Dictionary<string, string> { ["PYTHONDONTWRITEBYTECODE"] = "1" }), reason);
    }

    /// <summary>The environment's Python, or why there is none.</summary>
    public static Task<(string? Python, string Reason)> PrepareAsync() => Made.Value;

    private static async Task<(string? Python, string Reason)> MakeAsync()
    {
        if (TestClients.Folder is not { } clients)
        {
            return (null, TestClients.Reason);
        }

        string folder = Path.Combine(TestClients.Cache, "python");
        string python = Path.Combine(folder, "bin", "python");
        string done = Path.Combine(folder, "complete");
        if (File.Exists(done))
        {
            return (python, "");
        }

        try
        {
            (int made, string text) = await RunAsync("python3", ["-m", "venv", "--clear", folder]).ConfigureAwait(false);
            if (made != 0)
            {
                return (null, $"python3 cannot make a virtual environment: {text}");
            }

            (int installed, text) = await RunAsync(
                python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-index", "--find-links", Path.Combine(clients, "wheels"), .. Packages]).ConfigureAwait(false);
            if (installed != 0)
            {
                return (null, $"The wheels do not fit this machine's Python (3.11 is needed): {text}");
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (null, "There is no python3 on this machine.");
        }

        await File.WriteAllTextAsync(done, "").ConfigureAwait(false);
        return (python, "");
    }

    private static async Task<(int ExitCode, string Text)> RunAsync(string program, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PIP_FIND_LINKS"] = "";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().ConfigureAwait(false);
        return (process.ExitCode, await output.ConfigureAwait(false) + await error.ConfigureAwait(false));
    }
}
