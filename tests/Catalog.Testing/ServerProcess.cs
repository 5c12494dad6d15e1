using System.Diagnostics;
using System.Net;
using System.Text;

namespace Catalog.Testing;

/// <summary>
/// The real server as a process of its own, on a free port, with a data folder of its own. It can be killed,
/// terminated and started again on the same folder and port.
/// </summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly ServerProcessOptions _options;
    private readonly bool _ownsData;
    private readonly StringBuilder _output = new();
    private Process? _process;

    private ServerProcess(ServerProcessOptions options)
    {
        _options = options;
        _ownsData = options.DataPath is null;
        DataPath = options.DataPath ?? Path.Combine(Path.GetTempPath(), "catalog-" + Guid.NewGuid().ToString("N"));
        string unique = Guid.NewGuid().ToString("N");
        PlanasonixKey = options.CredentialsOf?.PlanasonixKey ?? "flx_" + unique;
        AIStorAccessKey = options.CredentialsOf?.AIStorAccessKey ?? "AK" + unique[..18].ToUpperInvariant();
        AIStorSecretKey = options.CredentialsOf?.AIStorSecretKey ?? "sk" + unique;
    }

    /// <summary>The server's address, without a path.</summary>
    public Uri BaseAddress { get; private set; } = null!;

    /// <summary>The server's data folder.</summary>
    public string DataPath { get; }

    /// <summary>The key of the first Planasonix organisation (warehouse <c>main</c>), when credentials were given.</summary>
    public string PlanasonixKey { get; }

    /// <summary>The access key of the AIStor administrator, when credentials were given.</summary>
    public string AIStorAccessKey { get; }

    /// <summary>The secret key of the AIStor administrator, when credentials were given.</summary>
    public string AIStorSecretKey { get; }

    /// <summary>Everything the server wrote to its two output streams, over all starts.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>The operating system's id of the running process.</summary>
    public int ProcessId => Running.Id;

    private Process Running => _process ?? throw new InvalidOperationException("The server is not running.");

    /// <summary>A server that is yet to be started, with <see cref="Launch"/> or <see cref="StartAgainAsync"/>.</summary>
    public static ServerProcess Prepare(ServerProcessOptions? options = null) => new(options ?? new ServerProcessOptions());

    /// <summary>Starts a server and returns once <c>/health/ready</c> says so.</summary>
    public static async Task<ServerProcess> StartAsync(ServerProcessOptions? options = null, CancellationToken cancellationToken = default)
    {
        ServerProcess server = new(options ?? new ServerProcessOptions());
        if (!server._options.Launch)
        {
            return server;
        }

        try
        {
            await server.StartAgainAsync(cancellationToken).ConfigureAwait(false);
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Starts the server again on the same data folder and port, after <see cref="Kill"/> or <see cref="TerminateAsync"/>.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken = default)
    {
        Launch();
        await WaitUntilReadyAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Starts the server as <see cref="StartAgainAsync"/> does, without waiting for it to be ready.</summary>
    public void Launch()
    {
        BaseAddress ??= new Uri($"http://127.0.0.1:{_options.Port ?? FreePort()}");
        _process?.Dispose();
        _process = Process.Start(StartInfo()) ?? throw new InvalidOperationException("The server did not start.");
        _process.OutputDataReceived += Capture;
        _process.ErrorDataReceived += Capture;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Waits until <c>/health/ready</c> answers 200.</summary>
    /// <exception cref="InvalidOperationException">The process ended, or the time is up; the message holds its output.</exception>
    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken = default)
    {
        using HttpClient client = CreateClient();
        client.Timeout = TimeSpan.FromSeconds(5);
        long started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < _options.StartTimeout)
        {
            if (Running.HasExited)
            {
                await Running.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
                throw new InvalidOperationException($"The server ended with exit code {Running.ExitCode}.\n{Output}");
            }

            try
            {
                using HttpResponseMessage answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken).ConfigureAwait(false);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
            }

            await Task.Delay(20, cancellationToken).ConfigureAwait(false);
        }

        throw new InvalidOperationException($"The server was not ready after {_options.StartTimeout}.\n{Output}");
    }

    /// <summary>A client with the server's address as its base; the caller disposes it.</summary>
    public HttpClient CreateClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = BaseAddress };

    /// <summary>Ends the process at once (SIGKILL) and waits for its end.</summary>
    public void Kill()
    {
        Running.Kill();
        Running.WaitForExit();
    }

    /// <summary>Sends SIGTERM and waits for the end of the process; returns its exit code.</summary>
    /// <exception cref="TimeoutException">The process was still there after <paramref name="limit"/>.</exception>
    public async Task<int> TerminateAsync(TimeSpan limit)
    {
        SendTerminate();
        await Running.WaitForExitAsync().WaitAsync(limit).ConfigureAwait(false);
        return Running.ExitCode;
    }

    /// <summary>Sends SIGTERM and returns.</summary>
    public void SendTerminate() => _ = SendSignal(Running.Id, SigTerm);

    /// <summary>Waits for the end of the process; returns its exit code.</summary>
    public async Task<int> WaitForExitAsync(TimeSpan limit)
    {
        await Running.WaitForExitAsync().WaitAsync(limit).ConfigureAwait(false);
        return Running.ExitCode;
    }

    /// <summary>Ends the server and removes the data folder if the fixture made it.</summary>
    public ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            if (!process.HasExited)
            {
                process.Kill();
                process.WaitForExit();
            }

            process.Dispose();
            _process = null;
        }

        if (_ownsData && Directory.Exists(DataPath))
        {
            Directory.Delete(DataPath, recursive: true);
        }

        return ValueTask.CompletedTask;
    }
}
