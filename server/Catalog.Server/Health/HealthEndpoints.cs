using Catalog.Core;
using Catalog.Server.Answers;

namespace Catalog.Server.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can serve, store and migrations included.</summary>
internal static partial class HealthEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];
    private static readonly byte[] Healthy = """{"status":"healthy"}"""u8.ToArray();
    private static readonly byte[] Unhealthy = """{"status":"unhealthy"}"""u8.ToArray();

    public static void MapHealth(this WebApplication app)
    {
        app.MapMethods("/health/live", Methods, static context => AnswerWriter.WriteJsonAsync(context, StatusCodes.Status200OK, Healthy).AsTask());
        app.MapMethods("/health/ready", Methods, context => IsReady(app)
            ? AnswerWriter.WriteJsonAsync(context, StatusCodes.Status200OK, Healthy).AsTask()
            : AnswerWriter.WriteJsonAsync(context, StatusCodes.Status503ServiceUnavailable, Unhealthy).AsTask());
    }

    private static bool IsReady(WebApplication app)
    {
        try
        {
            _ = app.Services.GetRequiredService<Core.Warehouses>().List(new PageRequest(null, 1));
            return !app.Lifetime.ApplicationStopping.IsCancellationRequested;
        }
        catch (Exception failure)
        {
            NotReady(app.Logger, failure);
            return false;
        }
    }

    [LoggerMessage(EventId = 1301, Level = LogLevel.Warning, Message = "The catalog database does not answer")]
    private static partial void NotReady(ILogger logger, Exception failure);
}
