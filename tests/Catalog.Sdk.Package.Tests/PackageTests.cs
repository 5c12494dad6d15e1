using System.Diagnostics;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Catalog.Testing;

namespace Catalog.Sdk.Package.Tests;

/// <summary>The package as its users get it: installed from a feed into programs that know nothing of this repository.</summary>
public sealed partial class PackageTests(PackedSdk sdk) : IClassFixture<PackedSdk>
{
    [Fact]
    public void Package_HoldsWhatUsersLookFor()
    {
        using ZipArchive package = ZipFile.OpenRead(Path.Combine(sdk.Feed, $"Catalog.Sdk.{sdk.Version}.nupkg"));
        string[] files = [.. package.Entries.Select(e => e.FullName)];
        XDocument nuspec = XDocument.Load(package.GetEntry("Catalog.Sdk.nuspec")!.Open());

        files.ShouldContain("README.md");
        files.ShouldContain("icon.png");
        files.ShouldContain("lib/net10.0/Catalog.Sdk.dll");
        files.ShouldContain("lib/net10.0/Catalog.Sdk.xml");
        File.Exists(Path.Combine(sdk.Feed, $"Catalog.Sdk.{sdk.Version}.snupkg")).ShouldBeTrue();
        nuspec.Descendants().Single(e => e.Name.LocalName == "license").Value.ShouldBe("Apache-2.0");
        nuspec.Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => e.Attribute("id")!.Value)
            .ShouldNotContain(id => id.Contains("Analyzer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadmeExamples_InAFreshConsoleProgram_Run()
    {
        string program = Readme.Program(sdk.Server, block => !block.Contains("builder.Services", StringComparison.Ordinal)) + """

            Console.WriteLine(string.Join(",", changed.Metadata.CurrentSchema.Fields.Select(f => $"{f.Name}:{f.Type}")));
            Table same = await aistor.Catalog.LoadTableAsync("sales.orders");
            Console.WriteLine(same.Metadata.Properties["owner"] + " " + (same.GetMetadataJson() == changed.GetMetadataJson()));
            Console.WriteLine((await aistor.Warehouses.GetWarehouseAsync("main")).Name);
            """;
        string folder = sdk.NewProgram("Readme", program);

        string output = await sdk.DotnetAsync(folder, "run");

        output.ReplaceLineEndings("\n").Trim().ShouldBe("sales.orders\norder_id:long,note:string,total:decimal(20,2),ordered_at:timestamptz\nsales True\nmain");
    }

    [Fact]
    public async Task ReadmeHost_InAFreshWebApplication_Serves()
    {
        string example = Readme.Program(sdk.Server, block => block.Contains("builder.Services", StringComparison.Ordinal));
        int use = example.IndexOf("app.MapGet", StringComparison.Ordinal);
        string program = $$"""
            using Amazon.Runtime;
            using Catalog.Sdk;
            var builder = WebApplication.CreateBuilder(args);
            {{example[..use]}}
            var app = builder.Build();
            {{example[use..]}}
            app.MapPost("/setup", async ([FromKeyedServices("lake")] ITableCatalog catalog) => await catalog.CreateNamespaceAsync("hosted"));
            app.MapGet("/namespaces", ([FromKeyedServices("prod")] ITableCatalog catalog) => catalog.ListNamespacesAsync());
            app.Run();
            """;
        string folder = sdk.NewProgram("Web", program, "Microsoft.NET.Sdk.Web");
        string address = sdk.Server.BaseAddress.GetLeftPart(UriPartial.Authority);
        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), $$"""
            {
              "Planasonix": { "prod": { "Endpoint": "{{address}}", "ApiKey": "{{sdk.Server.PlanasonixKey}}" } },
              "AIStorTables": { "lake": { "Endpoint": "{{address}}", "Warehouse": "main" } }
            }
            """);
        await sdk.DotnetAsync(folder, "build", "-o", "out");

        using Process web = sdk.Start(folder, Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", "out/Web.dll", "--urls", "http://127.0.0.1:0");
        try
        {
            using var client = new HttpClient { BaseAddress = await AddressAsync(web) };
            (await client.PostAsync("/setup", null)).IsSuccessStatusCode.ShouldBeTrue();
            JsonElement names = await client.GetFromJsonAsync<JsonElement>("/namespaces");
            names.EnumerateArray().Select(n => n.GetRawText()).ShouldContain("""["hosted"]""");
        }
        finally
        {
            web.Kill();
            await web.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task RepositoryReadme_ExampleInCSharp_Runs()
    {
        await using ServerProcess server = await ServerProcess.StartAsync(new ServerProcessOptions { GiveCredentials = false });
        string folder = sdk.NewFolder("Orders");
        string example = Readme.Example(Path.Combine(SourceTree.Root, "README.md"), "orders.cs")
            .Replace("#:project sdk/", $"#:property TreatWarningsAsErrors=true\n#:project {SourceTree.Root}/sdk/", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(folder, "orders.cs"), example);
        Directory.CreateSymbolicLink(Path.Combine(folder, "data"), server.DataPath);

        string output = await sdk.DotnetAsync(folder, "run", "orders.cs");

        output.ReplaceLineEndings("\n").Trim().ShouldBe("id, price, name\nshop.products");
    }

    [Fact]
    public async Task NativeAot_OfAProgram_Works()
    {
        if (Environment.GetEnvironmentVariable("CATALOG_TEST_AOT") != "1")
        {
            Assert.Skip("Native compilation takes minutes: set CATALOG_TEST_AOT=1.");
        }

        string program = Readme.Program(sdk.Server, block => !block.Contains("builder.Services", StringComparison.Ordinal))
            .Replace("\"sales", "\"aot", StringComparison.Ordinal) + """

            Console.WriteLine((await planasonix.Api.V1.Namespaces["aot"].Tables.GetAsync())!.Identifiers!.Single().Name);
            Console.WriteLine((await aistor.Catalog.LoadTableAsync("aot.orders")).Metadata.DefaultSpec!.Fields.Single().Transform);
            try { await aistor.Catalog.LoadTableAsync("aot.nothing"); } catch (Catalog.Sdk.Errors.NoSuchTableException e) { Console.WriteLine(e.ErrorType); }
            """;
        string folder = sdk.NewProgram("Aot", program, properties: "<PublishAot>true</PublishAot><TrimmerSingleWarn>true</TrimmerSingleWarn>");
        await sdk.DotnetAsync(folder, "publish", "-c", "Release", "-r", "linux-x64", "-o", "out");

        string output = await sdk.RunAsync(folder, Path.Combine(folder, "out", "Aot"));

        output.ReplaceLineEndings("\n").Trim().ShouldBe("aot.orders\norders\nday\nIcebergTableNotFound");
    }

    private static async Task<Uri> AddressAsync(Process web)
    {
        while (await web.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                _ = web.StandardOutput.ReadToEndAsync();
                return new Uri(match.Groups[1].Value);
            }
        }

        throw new InvalidOperationException($"The web application ended. {await web.StandardError.ReadToEndAsync()}");
    }

    [GeneratedRegex(@"Now listening on: (\S+)")]
    private static partial Regex Listening();
}
