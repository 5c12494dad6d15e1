using Catalog.Server.Settings;

namespace Catalog.Server.Hosting;

/// <summary>How the server listens and how it stops.</summary>
internal static class KestrelHosting
{
    /// <summary>Requests in flight get this long to finish after SIGTERM; the process must be gone within ten seconds.</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(7);

    /// <summary>A namespace of many levels, each of 250 characters that take twelve bytes in a path, must fit.</summary>
    private const int MaxRequestLine = 64 * 1024;

    public static void AddKestrel(this WebApplicationBuilder builder, ServerSettings settings)
    {
        builder.WebHost.UseKestrelCore();
        if (settings.Urls.Any(u => u.StartsWith("https:", StringComparison.OrdinalIgnoreCase)))
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        builder.WebHost.ConfigureKestrel((context, kestrel) =>
        {
            kestrel.Configure(context.Configuration.GetSection("Kestrel"));
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.Limits.BodyBytes;
            kestrel.Limits.MaxRequestLineSize = MaxRequestLine;
        });
        builder.WebHost.UseUrls([.. settings.Urls]);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
    }
}
