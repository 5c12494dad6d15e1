using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Catalog.Server.Hosting;

/// <summary>Where the server really listens: a port of 0 has become one by now.</summary>
internal static class BoundAddress
{
    public static string? Of(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
}
