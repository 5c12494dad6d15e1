using Catalog.Testing;

namespace Catalog.Contract.Tests.Server;

/// <summary>The real server as a process of its own, reached through sockets.</summary>
public sealed class ProcessCatalog : IRunningCatalog, IAsyncLifetime
{
    private ServerProcess? _process;

    public Uri Address => Process.BaseAddress;

    public string PlanasonixKey => Process.PlanasonixKey;

    public string AIStorAccessKey => Process.AIStorAccessKey;

    public string AIStorSecretKey => Process.AIStorSecretKey;

    private ServerProcess Process => _process ?? throw new InvalidOperationException("The server was not started.");

    public HttpMessageHandler CreateHandler() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };

    public async ValueTask InitializeAsync() => _process = await ServerProcess.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }
}
