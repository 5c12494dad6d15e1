using System.Reflection;
using System.Runtime.Loader;
using Catalog.PowerShell.Help;

if (args is not [string assemblyPath, string loaderPath, string examplesFolder, string outputPath])
{
    Console.Error.WriteLine("usage: Catalog.PowerShell.Help <cmdlets.dll> <loader.dll> <examples folder> <output.xml>");
    return 2;
}

string folder = Path.GetDirectoryName(Path.GetFullPath(assemblyPath))!;
AssemblyLoadContext.Default.Resolving += (context, name) =>
{
    string path = name.Name == Path.GetFileNameWithoutExtension(loaderPath) ? Path.GetFullPath(loaderPath) : Path.Combine(folder, $"{name.Name}.dll");
    return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
};

Assembly assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.GetFullPath(assemblyPath));
Documentation documentation = Documentation.Read(Path.ChangeExtension(assemblyPath, ".xml"));
List<string> faults = [];
List<CmdletHelp> cmdlets = [.. assembly.GetTypes()
    .Select(type => CmdletHelp.Read(type, documentation, examplesFolder, faults))
    .OfType<CmdletHelp>()
    .OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal)];
foreach (string fault in faults)
{
    // The form of a compiler's message, so that the build shows it as one.
    Console.Error.WriteLine($"Catalog.PowerShell.Help : error CATALOGHELP : {fault}");
}

if (faults.Count > 0)
{
    return 1;
}

Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(outputPath))!);
MamlWriter.Write(cmdlets, outputPath);
return 0;
