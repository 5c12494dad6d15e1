using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Catalog.Server.Tests.Tables;
using Catalog.Testing;
using Catalog.Testing.Rest;

namespace Catalog.Server.Tests.Hosting;

public sealed class ShutdownTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Terminate_WithClientsStalledMidBody_IsGoneInTime()
    {
        await using ServerProcess server = await ServerProcess.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        List<TcpClient> stalled = [];
        for (int i = 0; i < 10; i++)
        {
            TcpClient client = new();
            await client.ConnectAsync(server.BaseAddress.Host, server.BaseAddress.Port, TestContext.Current.CancellationToken);
            byte[] head = Encoding.ASCII.GetBytes(
                $"POST /v1/namespaces HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {server.PlanasonixKey}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{\"namespace\":");
            await client.GetStream().WriteAsync(head, TestContext.Current.CancellationToken);
            stalled.Add(client);
        }

        await Task.Delay(200, TestContext.Current.CancellationToken);
        long asked = Stopwatch.GetTimestamp();
        await server.TerminateAsync(Limit);

        Stopwatch.GetElapsedTime(asked).ShouldBeLessThan(Limit);
        stalled.ForEach(c => c.Dispose());
    }

    [Fact]
    public async Task Terminate_UnderLoad_FinishesWhatIsInFlight()
    {
        await using ServerProcess server = await ServerProcess.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using RawCatalog catalog = RawCatalog.Planasonix(server.BaseAddress, server.PlanasonixKey);
        await catalog.PostAsync("/namespaces", """{"namespace":["n"]}""");
        await catalog.PostAsync("/namespaces/n/tables", TableRequests.Create("t"));
        int acknowledged = 0;
        Task[] writers = [.. Enumerable.Range(0, 8).Select(w => Task.Run(async () =>
        {
            try
            {
                for (int i = 0; ; i++)
                {
                    RawAnswer answer = await catalog.PostAsync("/namespaces/n/tables/t", TableRequests.Change("n", "t", $"{w}-{i}"));
                    answer.Status.ShouldBe(200, answer.Text);
                    Interlocked.Increment(ref acknowledged);
                }
            }
            catch (HttpRequestException)
            {
                // No connection any more: the server is gone.
            }
        }))];
        await Task.Delay(500, TestContext.Current.CancellationToken);

        int exitCode = await server.TerminateAsync(Limit);
        await Task.WhenAll(writers);
        await server.StartAgainAsync(TestContext.Current.CancellationToken);
        RawAnswer loaded = await catalog.GetAsync("/namespaces/n/tables/t");

        exitCode.ShouldBe(0);
        acknowledged.ShouldBeGreaterThan(0);
        int number = int.Parse(Path.GetFileName(new Uri(loaded.MetadataLocation!).LocalPath)[..5]);
        number.ShouldBe(acknowledged);
    }
}
