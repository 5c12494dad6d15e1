namespace Catalog.Server.Bootstrap;

/// <summary>What the first start and later ones log about credentials: never the credentials.</summary>
internal static partial class BootstrapLog
{
    [LoggerMessage(EventId = 1101, Level = LogLevel.Warning, Message = "{Setting} names a credential that was not known: it is added to the existing ones, which stay valid")]
    public static partial void FurtherKey(ILogger logger, string setting);

    [LoggerMessage(EventId = 1102, Level = LogLevel.Warning, Message = "{Setting} names a credential that was revoked, or that exists with another secret: it stays as it is")]
    public static partial void NotAdded(ILogger logger, string setting);
}
