namespace Catalog.PowerShell.Pipeline;

/// <summary>Finds the command on whose behalf a request is sent: one session may serve several at once.</summary>
internal static class HttpTrace
{
    public static AsyncLocal<CommandStreams?> Current { get; } = new();
}
