using Catalog.OpenApi.Join;

// join: write openapi/catalog.json. generate: that, and the client of the SDK from it.
string verb = args.Length > 0 ? args[0] : "generate";
if (verb is not ("join" or "generate"))
{
    Console.Error.WriteLine("Usage: dotnet run --project openapi/Catalog.OpenApi.Join -- join|generate");
    return 2;
}

string root = FindRoot();
string joined = Path.Combine(root, "openapi", "catalog.json");
await File.WriteAllTextAsync(joined, await ContractDocuments.JoinAsync(Path.Combine(root, "openapi")));
Console.WriteLine("Joined openapi/catalog.json");
if (verb == "generate")
{
    await ClientGenerator.GenerateAsync(root, joined, Path.Combine(root, "sdk", "Catalog.Sdk", "Generated"));
    Console.WriteLine("Generated sdk/Catalog.Sdk/Generated");
}

return 0;

static string FindRoot()
{
    DirectoryInfo? folder = new(Directory.GetCurrentDirectory());
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Catalog.sln")))
    {
        folder = folder.Parent;
    }

    return folder?.FullName ?? throw new DirectoryNotFoundException("Run this within the repository.");
}
