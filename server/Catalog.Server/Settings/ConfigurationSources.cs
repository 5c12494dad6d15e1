namespace Catalog.Server.Settings;

/// <summary>Where settings come from; later sources win.</summary>
internal static class ConfigurationSources
{
    private const string SecretsFolder = "/run/secrets";

    /// <summary><c>appsettings.json</c> beside the program, environment, <c>/run/secrets</c>, command line.</summary>
    public static IConfigurationRoot Read(string[] arguments)
    {
        ConfigurationBuilder builder = new();
        builder.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, reloadOnChange: false);
        builder.AddEnvironmentVariables("ASPNETCORE_");
        builder.AddEnvironmentVariables();
        if (Directory.Exists(SecretsFolder))
        {
            builder.AddKeyPerFile(SecretsFolder, optional: true, reloadOnChange: false);
        }

        builder.AddCommandLine(arguments);
        return builder.Build();
    }
}
