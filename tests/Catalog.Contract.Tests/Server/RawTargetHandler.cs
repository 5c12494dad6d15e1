using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Catalog.Contract.Tests.Server;

/// <summary>
/// Carries the target as it would go on the wire to a test server, which by itself hands over the decoded path only.
/// </summary>
internal sealed class RawTargetHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    internal const string Header = "Test-Raw-Target";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The test server wants an address that may be taken apart, which one kept as it was written may not.
        string target = request.RequestUri!.PathAndQuery;
        request.Headers.TryAddWithoutValidation(Header, target);
        request.RequestUri = new Uri(request.RequestUri.OriginalString);
        return base.SendAsync(request, cancellationToken);
    }
}

/// <summary>Puts the carried target where Kestrel puts it.</summary>
internal static class RawTargets
{
    public static void AddRawTargets(this IServiceCollection services) => services.AddSingleton<IStartupFilter, Filter>();

    private sealed class Filter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => application =>
        {
            application.Use((context, following) =>
            {
                context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = context.Request.Headers[RawTargetHandler.Header].ToString();
                context.Request.Headers.Remove(RawTargetHandler.Header);
                return following(context);
            });
            next(application);
        };
    }
}
