using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Catalog.Benchmarks.Limits;

/// <summary>
/// The limit of a read: Kestrel in a process of its own, without routing, that answers any request with the bytes of a
/// file that it keeps in memory, and any HEAD with 204.
/// </summary>
internal sealed class BareKestrel : IDisposable
{
    public const string Verb = "bare-kestrel";

    private readonly Process _process;

    private BareKestrel(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public int ProcessId => _process.Id;

    public static BareKestrel Start(byte[] body, string folder)
    {
        string file = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        File.WriteAllBytes(file, body);
        Uri address = new($"http://127.0.0.1:{FreePort()}");
        ProcessStartInfo start = new("dotnet", [typeof(BareKestrel).Assembly.Location, Verb, address.OriginalString, file]);
        Process process = Process.Start(start)!;
        for (int i = 0; i < 1000; i++)
        {
            try
            {
                using TcpClient probe = new();
                probe.Connect(IPAddress.Loopback, address.Port);
                return new BareKestrel(process, address);
            }
            catch (SocketException)
            {
                Thread.Sleep(10);
            }
        }

        throw new InvalidOperationException("The bare endpoint did not start.");
    }

    public static async Task ServeAsync(string address, string file)
    {
        byte[] body = await File.ReadAllBytesAsync(file).ConfigureAwait(false);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        WebApplication application = builder.Build();
        application.Run(context =>
        {
            if (HttpMethods.IsHead(context.Request.Method))
            {
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return Task.CompletedTask;
            }

            context.Response.ContentType = "application/json";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        await application.RunAsync().ConfigureAwait(false);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
