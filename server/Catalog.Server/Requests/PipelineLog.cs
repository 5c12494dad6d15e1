namespace Catalog.Server.Requests;

/// <summary>What the request pipeline logs. Neither headers, queries nor bodies: they may hold secrets.</summary>
internal static partial class PipelineLog
{
    [LoggerMessage(EventId = 1001, Level = LogLevel.Error, Message = "{Method} {Path} failed (request {RequestId})")]
    public static partial void Fault(ILogger logger, Exception failure, string method, string path, string requestId);

    [LoggerMessage(EventId = 1002, Level = LogLevel.Debug, Message = "{Method} refused with {Status} {Type} (request {RequestId})")]
    public static partial void Refused(ILogger logger, string method, int status, string type, string requestId);

    [LoggerMessage(EventId = 1003, Level = LogLevel.Debug, Message = "The client is gone (request {RequestId})")]
    public static partial void ClientGone(ILogger logger, string requestId);

    [LoggerMessage(EventId = 1004, Level = LogLevel.Debug, Message = "{Method} {Path} answered {Status} (request {RequestId})")]
    public static partial void Answered(ILogger logger, string method, string path, int status, string requestId);
}
