using System.Diagnostics;
using Catalog.Testing;

namespace Catalog.Benchmarks.Targets;

/// <summary>The server as an operator runs it: <c>dotnet publish -c Release</c>, into <c>artifacts/bench</c>.</summary>
internal sealed class PublishedServer
{
    private PublishedServer(string folder) => Assembly = Path.Combine(folder, "Catalog.Server.dll");

    public string Assembly { get; }

    public ServerProcessOptions Options => new()
    {
        ServerAssembly = Assembly,
        Settings = new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "Warning" },
    };

    public static PublishedServer Publish()
    {
        string folder = Path.Combine(SourceTree.Root, "artifacts", "bench");
        ProcessStartInfo start = new("dotnet",
            ["publish", Path.Combine(SourceTree.Root, "server", "Catalog.Server"), "-c", "Release", "-o", folder, "-nologo", "-v:quiet"]);
        using Process process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode == 0 ? new PublishedServer(folder) : throw new InvalidOperationException("dotnet publish failed.");
    }
}
