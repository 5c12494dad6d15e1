using Catalog.Core;
using Catalog.Core.Access;
using Catalog.Server.Errors;
using Catalog.Server.Routing;
using Catalog.Server.Settings;
using Catalog.Server.Surfaces;
using Microsoft.AspNetCore.Connections;

namespace Catalog.Server.Requests;

/// <summary>
/// The way of a request through a surface: route, authenticate, authorise, carry out; whatever is thrown on the way
/// becomes the surface's error body.
/// </summary>
internal sealed class SurfacePipeline(
    SurfaceProfile profile,
    RouteTree<SurfaceRoute> routes,
    IRequestAuthenticator authenticator,
    AccessControl access,
    ServerSettings settings,
    ILogger<SurfacePipeline> logger)
{
    private readonly long _bodyLimit = settings.Limits.BodyBytes;

    public SurfaceProfile Profile => profile;

    public async Task InvokeAsync(HttpContext context, RawTarget target, string requestId)
    {
        bool isRename = false;
        try
        {
            CatalogCall call = new(context, profile, target, new BufferedRequestBody(context, _bodyLimit), access);
            bool known = routes.TryFind(context.Request.Method, target, out SurfaceRoute? route, out RouteParameters parameters, out string? allowed);
            isRename = route?.IsRename ?? false;

            // What asks for no credential answers methods that it lacks in its own terms too.
            if ((known ? route ?? PostedAt(target) : null) is { Open: { } open })
            {
                await open(context, call.Body).ConfigureAwait(false);
                return;
            }

            call.Caller = await authenticator.AuthenticateAsync(context, call.Body).ConfigureAwait(false);
            if (route is null)
            {
                throw known
                    ? RequestRejectedException.UnknownMethod(context.Request.Method, allowed!)
                    : RequestRejectedException.UnknownRoute();
            }

            call.Take(route, parameters);
            if (route.TakesJson)
            {
                context.Request.RequireJson();
            }

            await (call.CanReadOtherwise ? CarryOutEitherWayAsync(call) : CarryOutAsync(call)).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            await AnswerAsync(context, failure, isRename, requestId).ConfigureAwait(false);
        }
    }

    private static async Task CarryOutEitherWayAsync(CatalogCall call)
    {
        try
        {
            await CarryOutAsync(call).ConfigureAwait(false);
        }
        catch (CatalogException first) when (first is NoSuchNamespaceException or NoSuchTableException)
        {
            call.Reading = NameReading.Otherwise;
            try
            {
                await CarryOutAsync(call).ConfigureAwait(false);
            }
            catch (CatalogException second) when (second is NoSuchNamespaceException or NoSuchTableException)
            {
                throw first;
            }
        }
    }

    private SurfaceRoute? PostedAt(RawTarget target) =>
        routes.TryFind(HttpMethods.Post, target, out SurfaceRoute? route, out _, out _) ? route : null;

    private static Task CarryOutAsync(CatalogCall call)
    {
        if (!call.Route.AuthorizesItself)
        {
            call.Authorize();
        }

        return call.Route.Handler(call);
    }

    private async Task AnswerAsync(HttpContext context, Exception failure, bool isRename, string requestId)
    {
        if (context.RequestAborted.IsCancellationRequested || failure is ConnectionResetException or ConnectionAbortedException)
        {
            PipelineLog.ClientGone(logger, requestId);
            return;
        }

        ErrorAnswer? error = ErrorMap.Describe(failure, profile.Errors, isRename);
        if (error is null)
        {
            PipelineLog.Fault(logger, failure, context.Request.Method, context.Request.Path, requestId);
            error = ErrorMap.Fault(profile.Errors, requestId);
        }
        else
        {
            PipelineLog.Refused(logger, context.Request.Method, error.Status, error.Type, requestId);
        }

        if (context.Response.HasStarted)
        {
            // Part of another answer is on its way: cutting the connection is the only honest thing left.
            context.Abort();
            return;
        }

        if (error.Status == StatusCodes.Status401Unauthorized && profile.Challenge is { } challenge)
        {
            context.Response.Headers.WWWAuthenticate = challenge;
        }

        await ErrorWriter.WriteAsync(context, error).ConfigureAwait(false);
    }
}
