namespace Catalog.Server.Settings;

/// <summary>Turns configuration into <see cref="ServerSettings"/>, or into the list of everything wrong with it.</summary>
internal static class ServerSettingsReader
{
    private const long Mebibyte = 1024 * 1024;
    private const int ShortestCredential = 20;
    private const int LongestCredential = 512;

    public static ServerSettings Read(IConfiguration configuration, out IReadOnlyList<string> failures)
    {
        SettingsReader read = new(configuration);
        ServerSettings settings = new()
        {
            Urls = Urls(read),
            DataPath = DataPath(read),
            AllowedLocations = Locations(read),
            Limits = new LimitSettings(
                read.Number("Limits:BodyBytes", 32 * Mebibyte, 1024, 1024 * Mebibyte),
                (int)read.Number("Limits:JsonDepth", 128, 8, 1000)),
            RateLimitsEnabled = read.Switch("RateLimits:Enabled", true),
            Bootstrap = new BootstrapSettings(
                Credential(read, "Bootstrap:PlanasonixKey"),
                Credential(read, "Bootstrap:AIStorAccessKey"),
                Credential(read, "Bootstrap:AIStorSecretKey")),
            AIStor = new AIStorSettings(
                read.Switch("AIStor:PurgeByDefault", true),
                read.Switch("AIStor:RefuseLocation", false),
                read.Switch("AIStor:AllowUnsignedPayload", false),
                read.Duration("AIStor:TransactionTimeout", TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(1), TimeSpan.FromHours(1))),
            TokenLifetime = read.Duration("Tokens:Lifetime", TimeSpan.FromHours(1), TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
            IdempotencyLifetime = read.Duration("Idempotency:Lifetime", TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(1), TimeSpan.FromDays(7)),
        };
        if (settings.Bootstrap.AIStorAccessKey is null != settings.Bootstrap.AIStorSecretKey is null)
        {
            read.Fail("Bootstrap:AIStorAccessKey", "comes together with Bootstrap:AIStorSecretKey or not at all");
        }

        failures = read.Failures;
        return settings;
    }

    private static string[] Urls(SettingsReader read)
    {
        string[] urls = (read.Text("urls") ?? ServerSettings.DefaultUrl).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (string url in urls)
        {
            // A host of * or + is Kestrel's own way to say "every address".
            string plain = url.Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal);
            if (!Uri.TryCreate(plain, UriKind.Absolute, out Uri? parsed) || parsed.Scheme is not ("http" or "https"))
            {
                read.Fail("urls", $"'{url}' is not an http or https address");
            }
            else if (parsed.AbsolutePath != "/" || parsed.Query.Length > 0)
            {
                read.Fail("urls", $"'{url}' has a path; the server's paths are fixed");
            }
        }

        return urls;
    }

    private static string DataPath(SettingsReader read)
    {
        string path = read.Text("Data:Path") ?? "data";
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            read.Fail("Data:Path", "is not a path");
            return ".";
        }

        string full = Path.GetFullPath(path);
        if (File.Exists(full))
        {
            read.Fail("Data:Path", $"'{full}' is a file, not a folder");
        }

        return full;
    }

    private static IReadOnlyList<string> Locations(SettingsReader read)
    {
        IReadOnlyList<string> locations = read.List("Warehouses:AllowedLocations");
        foreach (string location in locations)
        {
            bool brief = location.StartsWith("file:/", StringComparison.Ordinal) && !location.StartsWith("file://", StringComparison.Ordinal);
            if (!Uri.TryCreate(brief ? $"file://{location["file:".Length..]}" : location, UriKind.Absolute, out Uri? parsed) || !location.Contains(':', StringComparison.Ordinal) || parsed.Query.Length + parsed.Fragment.Length > 0)
            {
                read.Fail("Warehouses:AllowedLocations", $"'{location}' is not a location such as file:///lake/");
            }
        }

        return locations;
    }

    private static string? Credential(SettingsReader read, string name)
    {
        string? value = read.Text(name);
        if (value is null)
        {
            return null;
        }

        // The value itself is a secret: a failure says what is wrong with it, never what it is.
        if (value.Length is < ShortestCredential or > LongestCredential)
        {
            read.Fail(name, $"has {value.Length} characters; {ShortestCredential} to {LongestCredential} are accepted");
        }
        else if (value.Any(c => c is <= ' ' or > '~'))
        {
            read.Fail(name, "has characters that no header can carry");
        }

        return value;
    }
}
