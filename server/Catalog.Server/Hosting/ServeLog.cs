namespace Catalog.Server.Hosting;

/// <summary>What the server logs about itself.</summary>
internal static partial class ServeLog
{
    [LoggerMessage(EventId = 1201, Level = LogLevel.Information, Message = "Catalog {Version} listens on {Url}, data in {DataPath}")]
    public static partial void Listening(ILogger logger, string version, string url, string dataPath);
}
