namespace Catalog.Server.Hosting;

/// <summary>Structured logs: one JSON object a line on standard output.</summary>
internal static class ServerLogging
{
    public static void AddServerLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.SetMinimumLevel(LogLevel.Information);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // Anything enabled here makes ASP.NET start an activity and a scope for each request, which costs more than many a request.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
    }
}
