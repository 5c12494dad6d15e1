using Catalog.Server.CommandLine;
using Catalog.Server.Settings;

namespace Catalog.Server.Hosting;

/// <summary>The <c>serve</c> verb: checks the settings, starts the server and waits for its end.</summary>
internal static class Serve
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        IConfigurationRoot configuration;
        try
        {
            configuration = ConfigurationSources.Read(arguments);
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync($"The settings cannot be read: {e.Message}").ConfigureAwait(false);
            return ExitCode.Usage;
        }

        ServerSettings settings = ServerSettingsReader.Read(configuration, out IReadOnlyList<string> failures);
        if (failures.Count > 0)
        {
            await Console.Error.WriteLineAsync($"The server does not start: {failures.Count} wrong setting(s).").ConfigureAwait(false);
            foreach (string failure in failures)
            {
                await Console.Error.WriteLineAsync($"  {failure}").ConfigureAwait(false);
            }

            return ExitCode.Failed;
        }

        try
        {
            await using WebApplication app = CatalogApplication.Build(configuration, settings);
            await app.RunAsync().ConfigureAwait(false);
            return ExitCode.Success;
        }
        catch (IOException e)
        {
            await Console.Error.WriteLineAsync($"The server does not start: {e.Message}").ConfigureAwait(false);
            return ExitCode.Failed;
        }
    }
}
