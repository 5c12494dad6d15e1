using System.Net;
using Catalog.Testing;

namespace Catalog.Server.Tests.Hosting;

public sealed class ServerProcessTests
{
    [Fact]
    public async Task Start_TerminateAndStartAgain_IsReadyBothTimes()
    {
        await using ServerProcess server = await ServerProcess.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        int exitCode = await server.TerminateAsync(TimeSpan.FromSeconds(10));
        await server.StartAgainAsync(TestContext.Current.CancellationToken);
        using HttpClient client = server.CreateClient();
        using HttpResponseMessage live = await client.GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken);

        exitCode.ShouldBe(0);
        live.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
