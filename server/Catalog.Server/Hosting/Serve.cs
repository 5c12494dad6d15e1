using Catalog.Core;
using Catalog.Server.Bootstrap;
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
            await RunAsync(configuration, settings).ConfigureAwait(false);
            return ExitCode.Success;
        }
        catch (Exception e)
        {
            // What an operator can mend is said in a line; anything else is a fault of ours and comes with its trace.
            string said = IsMendable(e) ? e.Message : e.ToString();
            await Console.Error.WriteLineAsync($"The server does not start: {said}").ConfigureAwait(false);
            return ExitCode.Failed;
        }
    }

    private static bool IsMendable(Exception failure) =>
        failure is IOException or UnauthorizedAccessException or InvalidDataException or CatalogException
        || (failure is InvalidOperationException && failure.Source?.StartsWith("Microsoft.", StringComparison.Ordinal) == true)
        || failure.GetType().Namespace?.StartsWith("Catalog.", StringComparison.Ordinal) == true;

    private static async Task RunAsync(IConfiguration configuration, ServerSettings settings)
    {
        DataFolder.Prepare(settings.DataPath);
        await using WebApplication app = CatalogApplication.Build(configuration, settings);
        Credentials? made = await app.Services.GetRequiredService<FirstStart>().RunAsync().ConfigureAwait(false);
        await app.StartAsync().ConfigureAwait(false);

        string url = BoundAddress.Of(app) ?? settings.Urls[0];
        ServeLog.Listening(app.Logger, Verbs.Version, url, settings.DataPath);
        if (made is not null)
        {
            await Console.Out.WriteAsync(Banner.Text(settings, url, made)).ConfigureAwait(false);
            await Console.Out.FlushAsync().ConfigureAwait(false);
        }

        LastResort.Arm(app.Lifetime);
        await app.WaitForShutdownAsync().ConfigureAwait(false);
    }
}
