using System.Reflection;
using Catalog.Server.Commands;
using Catalog.Server.Hosting;

namespace Catalog.Server.CommandLine;

/// <summary>What the program can do, picked by its first argument.</summary>
internal static class Verbs
{
    private const string Usage = $"""
        Usage: Catalog.Server [serve] [--urls <url>] [--Section:Key <value> ...]
               Catalog.Server healthcheck [--urls <url>]
        {AccessCommands.Usage}
               Catalog.Server --help | --version

        serve        starts the server (the default)
        healthcheck  asks a running server whether it is ready; exit code 0 when it is

        Settings (also as environment variables, Section__Key):
          --urls                                where to listen             (http://127.0.0.1:8181)
          --Data:Path                           the data folder             (./data)
          --Warehouses:AllowedLocations:0 ...   places beside the warehouses' own that clients may name
          --Limits:BodyBytes                    largest request body        (33554432)
          --Limits:JsonDepth                    deepest nesting in a body   (128)
          --RateLimits:Enabled                  whether tiers limit requests (true)
          --Bootstrap:PlanasonixKey             the first organisation's key
          --Bootstrap:AIStorAccessKey           the first administrator's access key
          --Bootstrap:AIStorSecretKey           ... and secret key
          --Tokens:Lifetime                     how long a token holds      (01:00:00)
          --AIStor:PurgeByDefault               whether a drop without purgeRequested purges (true)
          --AIStor:RefuseLocation               whether a location in a create is refused (false)
          --AIStor:AllowUnsignedPayload         whether UNSIGNED-PAYLOAD is accepted (false)
        All of them: docs/settings.md
        """;

    public static string Version { get; } =
        typeof(Verbs).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments.Any(a => a is "--help" or "-h" or "-?" or "help"))
        {
            await Console.Out.WriteLineAsync(Usage).ConfigureAwait(false);
            return ExitCode.Success;
        }

        if (arguments is ["--version" or "version", ..])
        {
            await Console.Out.WriteLineAsync(Version).ConfigureAwait(false);
            return ExitCode.Success;
        }

        if (arguments is [{ } verb, ..] && !verb.StartsWith('-') && !verb.StartsWith('/'))
        {
            arguments = arguments[1..];
            switch (verb)
            {
                case "serve":
                    break;
                case { } when AccessCommands.Knows(verb):
                    return await AccessCommands.RunAsync(verb, arguments, Console.Out, Console.Error).ConfigureAwait(false);
                case "healthcheck":
                    return await HealthCheck.RunAsync(arguments).ConfigureAwait(false);
                default:
                    await Console.Error.WriteLineAsync($"Unknown verb '{verb}'. Try --help.").ConfigureAwait(false);
                    return ExitCode.Usage;
            }
        }

        return await Serve.RunAsync(arguments).ConfigureAwait(false);
    }
}
