using System.Diagnostics;
using Catalog.Clients.Tests.Scenarios;
using Catalog.Testing.Clients;

namespace Catalog.Clients.Tests.JavaScript;

/// <summary>iceberg-js, installed from npm into the cache folder once.</summary>
internal static class NodePackage
{
    private const string Package = "iceberg-js@1.0.0";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static async Task<(ScriptProgram? Script, string Reason)> ScriptAsync()
    {
        string folder = Path.Combine(TestClients.Cache, "javascript");
        string module = Path.Combine(folder, "node_modules", "iceberg-js", "dist", "index.mjs");
        if (!File.Exists(module) && await InstallAsync(folder).ConfigureAwait(false) is { } reason)
        {
            return (null, reason);
        }

        string script = Path.Combine(AppContext.BaseDirectory, "JavaScript", "iceberg_js_scenarios.mjs");
        return (new ScriptProgram("node", [script], new Dictionary<string, string> { ["CATALOG_ICEBERG_JS"] = new Uri(module).AbsoluteUri }), "");
    }

    private static async Task<string?> InstallAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            using Process npm = Process.Start(new ProcessStartInfo("npm", ["install", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts", Package])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            Task<string> error = npm.StandardError.ReadToEndAsync();
            await npm.StandardOutput.ReadToEndAsync().WaitAsync(Limit).ConfigureAwait(false);
            await npm.WaitForExitAsync().WaitAsync(Limit).ConfigureAwait(false);
            return npm.ExitCode == 0 ? null : $"npm cannot install {Package}: {await error.ConfigureAwait(false)}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "There is no npm on this machine.";
        }
        catch (TimeoutException)
        {
            return $"npm did not install {Package} in time.";
        }
    }
}
