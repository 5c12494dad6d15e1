using System.Text;

namespace Catalog.Sdk.Http;

/// <summary>The paths of the Iceberg REST operations under one root. A test compares each with the generated client's.</summary>
/// <param name="root">What stands before <c>/namespaces</c>: <c>/v1</c>, or <c>/_iceberg/v1/{warehouse}</c> escaped.</param>
/// <param name="config">The path and query of the configuration.</param>
internal sealed class IcebergRoutes(string root, string config)
{
    public string Config => config;

    public string Rename => $"{root}/tables/rename";

    public string Transaction => $"{root}/transactions/commit";

    public string Namespaces => $"{root}/namespaces";

    public static IcebergRoutes Planasonix(string? warehouse) => new(
        "/v1", warehouse is null ? "/v1/config" : $"/v1/config?warehouse={Uri.EscapeDataString(warehouse)}");

    public static IcebergRoutes AIStor(string warehouse)
    {
        string escaped = Uri.EscapeDataString(PathValue.Check(warehouse, nameof(warehouse)));
        return new IcebergRoutes($"/_iceberg/v1/{escaped}", $"/_iceberg/v1/{escaped}/config?warehouse={escaped}");
    }

    public string Namespace(NamespaceName name) => $"{root}/namespaces/{Uri.EscapeDataString(name.Joined)}";

    public string Properties(NamespaceName name) => $"{Namespace(name)}/properties";

    public string Register(NamespaceName name) => $"{Namespace(name)}/register";

    public string Tables(NamespaceName name) => $"{Namespace(name)}/tables";

    public string Table(TableIdentifier table) => $"{Tables(table.Namespace)}/{Uri.EscapeDataString(table.Name)}";

    public string Metrics(TableIdentifier table) => $"{Table(table)}/metrics";

    /// <summary>Appends the parameters that have a value.</summary>
    public static string WithQuery(string path, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var text = new StringBuilder(path);
        char separator = '?';
        foreach ((string name, string? value) in parameters)
        {
            if (value is not null)
            {
                text.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                separator = '&';
            }
        }

        return text.ToString();
    }
}
