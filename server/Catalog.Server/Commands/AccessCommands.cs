using Catalog.Core;
using Catalog.Core.Access;
using Catalog.Core.Access.Policies;
using Catalog.Persistence;
using Catalog.Server.CommandLine;
using Catalog.Server.Settings;

namespace Catalog.Server.Commands;

/// <summary>
/// The verbs that administer organisations and keys. They write to the database of the data folder, also beside a server
/// that runs on it; that server follows within the time that it remembers credentials.
/// </summary>
internal static class AccessCommands
{
    public const string Usage = """
               Catalog.Server organisations create <name> --tier None|Professional|Premium|Enterprise [--warehouse <name>]
               Catalog.Server organisations set-tier <name> --tier <tier>
               Catalog.Server organisations list
               Catalog.Server keys create --organisation <name> [--rights read|write] [--name <text>] [--expires-in-days <n>]
               Catalog.Server keys list [--organisation <name>]
               Catalog.Server keys revoke <id>
               Catalog.Server access-keys create --policy administrator|read-only|<file> [--name <text>]
               Catalog.Server access-keys set-policy <access key> --policy administrator|read-only|<file>
               Catalog.Server access-keys list
               Catalog.Server access-keys revoke <access key>
        """;

    /// <summary>Whether the verb is one of these.</summary>
    public static bool Knows(string verb) => verb is "organisations" or "organizations" or "keys" or "access-keys";

    public static async Task<int> RunAsync(string verb, string[] arguments, TextWriter output, TextWriter errors)
    {
        try
        {
            CommandArguments parsed = new(arguments);
            ServerSettings settings = ServerSettingsReader.Read(ConfigurationSources.Read(parsed.Settings), out IReadOnlyList<string> failures);
            if (failures.Count > 0)
            {
                throw new CommandException(string.Join(Environment.NewLine, failures));
            }

            await using ServiceProvider services = Services(settings);
            await (verb switch
            {
                "keys" => ActivatorUtilities.CreateInstance<KeyCommands>(services, output).RunAsync(parsed),
                "access-keys" => ActivatorUtilities.CreateInstance<AccessKeyCommands>(services, output).RunAsync(parsed),
                _ => ActivatorUtilities.CreateInstance<OrganisationCommands>(services, output).RunAsync(parsed),
            }).ConfigureAwait(false);
            return ExitCode.Success;
        }
        catch (CommandException e)
        {
            await errors.WriteLineAsync(e.Message).ConfigureAwait(false);
            return ExitCode.Usage;
        }
        catch (Exception e) when (e is CatalogException or InvalidPolicyException or SchemaTooNewException or IOException)
        {
            await errors.WriteLineAsync(e.Message).ConfigureAwait(false);
            return ExitCode.Failed;
        }
    }

    private static ServiceProvider Services(ServerSettings settings) => new ServiceCollection()
        .AddLogging()
        .AddCatalogCore(new CatalogOptions { DataPath = settings.DataPath })
        .AddCatalogAccess()
        .BuildServiceProvider();
}
