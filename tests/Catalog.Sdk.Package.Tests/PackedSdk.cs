using System.Diagnostics;
using Catalog.Testing;

namespace Catalog.Sdk.Package.Tests;

/// <summary>The SDK as a package in a folder feed, a server to talk to, and a place for programs that use the package.</summary>
public sealed class PackedSdk : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "catalog-sdk-package-" + Guid.NewGuid().ToString("N"));

    public string Version { get; } = $"0.1.0-check.{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}";

    public string Feed => Path.Combine(_folder, "feed");

    public ServerProcess Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Feed);
        await DotnetAsync(
            SourceTree.Root, "pack", "sdk/Catalog.Sdk", "--no-build", "-c", SourceTree.Configuration, "-o", Feed, $"-p:Version={Version}");
        Server = await ServerProcess.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Server is not null)
        {
            await Server.DisposeAsync();
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>Writes a program outside the repository that references the package; gives its folder.</summary>
    public string NewProgram(string name, string program, string sdk = "Microsoft.NET.Sdk", string properties = "")
    {
        string folder = NewFolder(name);
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="folder" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
        File.WriteAllText(Path.Combine(folder, $"{name}.csproj"), $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <InvariantGlobalization>true</InvariantGlobalization>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
                <RestoreFallbackFolders>{KnownPackages}</RestoreFallbackFolders>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Catalog.Sdk" Version="{Version}" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        return folder;
    }

    /// <summary>Makes a folder outside the repository.</summary>
    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;

    /// <summary>Runs a program and gives what it wrote.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message holds what it wrote.</exception>
    public async Task<string> RunAsync(string folder, string file, params IEnumerable<string> arguments)
    {
        using Process process = Start(folder, file, arguments);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{file} ended with {process.ExitCode}.\n{output}\n{await errors}");
    }

    public Task<string> DotnetAsync(string folder, params IEnumerable<string> arguments) =>
        RunAsync(folder, Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments);

    /// <summary>Starts a program.</summary>
    /// <param name="folder">Its working directory.</param>
    /// <param name="file">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    public Process Start(string folder, string file, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(file) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        if (File.Exists(Path.Combine(folder, "nuget.config")))
        {
            // The package is installed into a cache of its own: no earlier one of that name can be taken for it. Projects of
            // the repository keep their cache: what was restored for them names it.
            start.Environment["NUGET_PACKAGES"] = Path.Combine(_folder, "packages");
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return Process.Start(start) ?? throw new InvalidOperationException($"{file} did not start.");
    }

    /// <summary>Where this machine's restored packages are, so that only the SDK itself is new.</summary>
    private static string KnownPackages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
