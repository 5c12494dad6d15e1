using Catalog.Server.Settings;

namespace Catalog.Server.CommandLine;

/// <summary>
/// The <c>healthcheck</c> verb: asks <c>/health/ready</c> of the server at <c>--urls</c>. For containers without a shell.
/// </summary>
internal static class HealthCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(string[] arguments)
    {
        string url = ConfigurationSources.Read(arguments)["urls"]?.Split(';')[0] ?? ServerSettings.DefaultUrl;
        url = url.Replace("://*", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://+", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://[::]", "://[::1]", StringComparison.Ordinal);
        try
        {
            using HttpClient client = new() { Timeout = Limit };
            using HttpResponseMessage answer = await client.GetAsync(new Uri(new Uri(url), "/health/ready")).ConfigureAwait(false);
            await Console.Out.WriteLineAsync($"{url}: {(int)answer.StatusCode}").ConfigureAwait(false);
            return answer.IsSuccessStatusCode ? ExitCode.Success : ExitCode.Failed;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or UriFormatException)
        {
            await Console.Error.WriteLineAsync($"{url}: {e.Message}").ConfigureAwait(false);
            return ExitCode.Failed;
        }
    }
}
