using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static Catalog.Core.Tests.CatalogFixture;

namespace Catalog.Core.Tests;

/// <summary>Any order of operations leaves the catalog as a dictionary would be that did the same.</summary>
public sealed class CatalogModelTests
{
    private static readonly string[] Namespaces = ["a", "A", "b.c", "b"];
    private static readonly string[] Names = ["t", "T", "é", "%41 +"];

    [FsCheck.Xunit.Property(MaxTest = 12, Arbitrary = [typeof(Steps)])]
    public void Operations_InAnyOrder_MatchTheModel(Step[] steps) => RunAsync(steps).GetAwaiter().GetResult();

    private static async Task RunAsync(Step[] steps)
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await catalog.OperationAsync();
        var namespaces = new HashSet<string>();
        var tables = new Dictionary<(string Ns, string Name), string>();
        foreach (Step step in steps)
        {
            string ns = Namespaces[step.Ns % Namespaces.Length];
            string to = Namespaces[step.To % Namespaces.Length];
            string name = Names[step.Name % Names.Length];
            switch (step.Kind)
            {
                case StepKind.CreateNamespace:
                    bool nsAllowed = !namespaces.Contains(ns) && (!ns.Contains('.') || namespaces.Contains(ns[..ns.IndexOf('.')]));
                    await Expect(nsAllowed, () => catalog.Namespaces.CreateAsync(operation, NamespaceName.Of(ns.Split('.')), new Dictionary<string, string>()));
                    namespaces.UnionWith(nsAllowed ? [ns] : []);
                    break;
                case StepKind.DropNamespace:
                    bool empty = namespaces.Contains(ns) && !tables.Keys.Any(key => key.Ns == ns) && !namespaces.Any(other => other.StartsWith(ns + "."));
                    await Expect(empty, () => catalog.Namespaces.DropAsync(operation, NamespaceName.Of(ns.Split('.'))));
                    namespaces.ExceptWith(empty ? [ns] : []);
                    break;
                case StepKind.CreateTable:
                    bool free = namespaces.Contains(ns) && !tables.ContainsKey((ns, name));
                    LoadedTable? made = await Expect(free, () => catalog.Tables.CreateAsync(operation, NamespaceName.Of(ns.Split('.')), Create(name)));
                    if (made is not null)
                    {
                        tables.Add((ns, name), made.MetadataLocation!);
                    }

                    break;
                case StepKind.DropTable:
                    await Expect(tables.Remove((ns, name)), () => catalog.Tables.DropAsync(operation, Named(ns, name)));
                    break;
                case StepKind.Rename:
                    string newName = Names[(step.Name + 1) % Names.Length];
                    bool possible = tables.ContainsKey((ns, name)) && namespaces.Contains(to) && !tables.ContainsKey((to, newName));
                    await Expect(possible, () => catalog.Tables.RenameAsync(operation, Named(ns, name), Named(to, newName)));
                    if (possible && tables.Remove((ns, name), out string? moved))
                    {
                        tables.Add((to, newName), moved);
                    }

                    break;
                default:
                    LoadedTable? committed = await Expect(
                        tables.ContainsKey((ns, name)), () => catalog.Commits.CommitAsync(operation, Named(ns, name), SetProperty("k", Guid.NewGuid().ToString())));
                    if (committed is not null)
                    {
                        tables[(ns, name)] = committed.MetadataLocation!;
                    }

                    break;
            }
        }

        foreach (string ns in Namespaces.Where(namespaces.Contains))
        {
            catalog.Tables.List(operation.Warehouse, NamespaceName.Of(ns.Split('.')), PageRequest.All).Items
                .ShouldBe(tables.Keys.Where(key => key.Ns == ns).Select(static key => key.Name), ignoreOrder: true);
        }

        foreach (((string ns, string name), string location) in tables)
        {
            catalog.Tables.Load(operation.Warehouse, Named(ns, name)).MetadataLocation.ShouldBe(location);
        }
    }

    private static async Task<T?> Expect<T>(bool allowed, Func<Task<T>> work)
        where T : class
    {
        if (allowed)
        {
            return await work();
        }

        await Should.ThrowAsync<CatalogException>(work);
        return null;
    }

    private static async Task Expect(bool allowed, Func<Task> work)
    {
        if (allowed)
        {
            await work();
            return;
        }

        await Should.ThrowAsync<CatalogException>(work);
    }
}
