using System.Reflection;
using Catalog.Testing;

namespace Catalog.Module.Tests.Running;

/// <summary>What the suites are told about the run, as environment variables.</summary>
internal static class PesterEnvironment
{
    public static Dictionary<string, string> For(ServerProcess server, string home) => new()
    {
        ["TEST_URI"] = server.BaseAddress.ToString(),
        ["TEST_PLANASONIX_KEY"] = server.PlanasonixKey,
        ["TEST_AISTOR_ACCESS_KEY"] = server.AIStorAccessKey,
        ["TEST_AISTOR_SECRET_KEY"] = server.AIStorSecretKey,
        ["TEST_SERVER"] = SourceTree.ServerAssembly,
        ["TEST_DATA"] = server.DataPath,
        ["TEST_MODULE"] = Path.Combine(SourceTree.Root, "module", "out", "Catalog", "Catalog.psd1"),
        ["TEST_ASSEMBLY"] = typeof(PesterEnvironment).Assembly.Location,
        ["TEST_ROOT"] = SourceTree.Root,
        ["TEST_PESTER"] = Metadata("PesterModule"),
        ["TEST_PACKAGES"] = Metadata("PackageFolder"),

        // Saved connections and caches of the person who runs the tests stay out of them.
        ["XDG_CONFIG_HOME"] = home,
        ["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(home, "aws-credentials"),
        ["AWS_CONFIG_FILE"] = Path.Combine(home, "aws-config"),
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["POWERSHELL_TELEMETRY_OPTOUT"] = "1",
        ["POWERSHELL_UPDATECHECK"] = "Off",
        ["NO_COLOR"] = "1",
        ["PSModulePath"] = Path.Combine(SourceTree.Root, "module", "out"),
    };

    private static string Metadata(string key) => typeof(PesterEnvironment).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
