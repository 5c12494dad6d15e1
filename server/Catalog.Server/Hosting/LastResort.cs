using Catalog.Server.CommandLine;

namespace Catalog.Server.Hosting;

/// <summary>
/// Ends the process when an orderly stop takes too long. Nothing is lost by it: what was acknowledged is durable.
/// </summary>
internal static class LastResort
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(9);

    public static void Arm(IHostApplicationLifetime lifetime) => lifetime.ApplicationStopping.Register(static () =>
    {
        Thread watch = new(static () =>
        {
            Thread.Sleep(Patience);
            Environment.Exit(ExitCode.Failed);
        })
        {
            IsBackground = true,
            Name = "last resort",
        };
        watch.Start();
    });
}
