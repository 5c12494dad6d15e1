using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace Catalog.Testing;

public sealed partial class ServerProcess
{
    private const int SigTerm = 15;

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SendSignal(int process, int signal);

    private ProcessStartInfo StartInfo()
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(_options.ServerAssembly);
        foreach ((string name, string value) in Settings())
        {
            start.ArgumentList.Add($"--{name}");
            start.ArgumentList.Add(value);
        }

        foreach ((string name, string value) in _options.Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private Dictionary<string, string> Settings()
    {
        Dictionary<string, string> settings = new(StringComparer.OrdinalIgnoreCase)
        {
            ["urls"] = BaseAddress.GetLeftPart(UriPartial.Authority),
            ["Data:Path"] = DataPath,
        };
        if (_options.GiveCredentials)
        {
            settings["Bootstrap:PlanasonixKey"] = PlanasonixKey;
            settings["Bootstrap:AIStorAccessKey"] = AIStorAccessKey;
            settings["Bootstrap:AIStorSecretKey"] = AIStorSecretKey;
        }

        foreach ((string name, string value) in _options.Settings)
        {
            settings[name] = value;
        }

        return settings;
    }

    private void Capture(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            lock (_output)
            {
                _output.AppendLine(CultureInfo.InvariantCulture, $"{text}");
            }
        }
    }
}
