using System.Reflection;
using System.Runtime.Loader;

namespace Catalog.Loading;

/// <summary>Holds the cmdlets, the SDK and their packages apart from what other modules have loaded.</summary>
/// <remarks>Called by the module's script; there is one context in a process, however many runspaces import the module.</remarks>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private static readonly Lazy<Assembly> Module = new(Load);

    private readonly string _folder;

    private ModuleLoadContext(string folder)
        : base("Catalog") => _folder = folder;

    /// <summary>Loads the assembly of the cmdlets, once.</summary>
    /// <returns>The assembly that holds the cmdlets.</returns>
    public static Assembly LoadModule() => Module.Value;

    /// <inheritdoc />
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        ArgumentNullException.ThrowIfNull(assemblyName);
        Assembly self = typeof(ModuleLoadContext).Assembly;
        if (string.Equals(assemblyName.Name, self.GetName().Name, StringComparison.OrdinalIgnoreCase))
        {
            // The output types must be the ones that PowerShell knows, not copies of them.
            return self;
        }

        string path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    private static Assembly Load()
    {
        string folder = Path.Combine(Path.GetDirectoryName(typeof(ModuleLoadContext).Assembly.Location)!, "bin");
        return new ModuleLoadContext(folder).LoadFromAssemblyPath(Path.Combine(folder, "Catalog.PowerShell.dll"));
    }
}
