namespace Catalog.Server.Routing;

/// <summary>Which segments of the target hold a route's parameters; -1 where the route has none of that name.</summary>
internal readonly record struct RouteParameters(int Warehouse, int Namespace, int Table)
{
    public static RouteParameters None { get; } = new(-1, -1, -1);

    public RouteParameters With(string name, int index) => name switch
    {
        "warehouse" => this with { Warehouse = index },
        "namespace" => this with { Namespace = index },
        "table" => this with { Table = index },
        _ => throw new ArgumentException($"No route has a parameter '{name}'.", nameof(name)),
    };
}
