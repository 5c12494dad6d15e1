using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Access;
using Catalog.Server.Routing;
using Catalog.Server.Surfaces;

namespace Catalog.Server.Requests;

/// <summary>One request on its way through a surface.</summary>
internal sealed class CatalogCall(HttpContext context, SurfaceProfile profile, RawTarget target, RequestBody body, AccessControl access)
{
    private readonly RawTarget _target = target;
    private RouteParameters _parameters;
    private NameReading _reading;
    private NamespaceName? _namespace;
    private string? _table;

    public HttpContext Context { get; } = context;

    public SurfaceProfile Profile { get; } = profile;

    public RequestBody Body { get; } = body;

    public ref readonly RawTarget Target => ref _target;

    public SurfaceRoute Route { get; private set; } = null!;

    public Caller Caller { get; set; } = null!;

    /// <summary>
    /// How names are read on this attempt. A client's <c>+</c> is a space in Java and a plus in Go, and percent signs in a
    /// <c>parent</c> may have been encoded twice: what names nothing is read the other way once more.
    /// </summary>
    public NameReading Reading
    {
        get => _reading;
        set
        {
            _reading = value;
            _namespace = null;
            _table = null;
        }
    }

    /// <summary>Whether the path names the warehouse.</summary>
    public bool HasWarehouse => _parameters.Warehouse >= 0;

    /// <summary>The warehouse of the path, or the one the caller is bound to.</summary>
    public string WarehouseName => _parameters.Warehouse >= 0
        ? Decode(_parameters.Warehouse)
        : Caller.Warehouse ?? throw new ForbiddenException("The credential is bound to no warehouse");

    public NamespaceName Namespace => _namespace ??= DecodeNamespace();

    public TableName Table => new(Namespace, NameInNamespace);

    private string NameInNamespace => _table ??= Decode(_parameters.Table);

    public void Take(SurfaceRoute route, RouteParameters parameters)
    {
        Route = route;
        _parameters = parameters;
    }

    /// <summary>The circumstances of a change in a warehouse.</summary>
    public Operation OperationIn(Warehouse warehouse, IdempotentCall? receipt) => new(Profile.Rules, warehouse, Caller, receipt);

    /// <summary>Asks for the endpoint's right on what the path names.</summary>
    public void Authorize()
    {
        NamespaceName? ns = _parameters.Namespace >= 0 ? Namespace : null;
        string? table = _parameters.Table >= 0 ? NameInNamespace : null;
        string? warehouse = _parameters.Warehouse >= 0 || ns is not null ? WarehouseName : Caller.Warehouse;
        Demand(Route.Action, warehouse, ns, table);
    }

    /// <summary>Asks for a right on a table.</summary>
    public void Demand(CatalogAction action, TableName table) => Demand(action, WarehouseName, table.Namespace, table.Name);

    /// <summary>Asks for a right.</summary>
    /// <exception cref="ForbiddenException">The caller has not got it.</exception>
    public void Demand(CatalogAction action, string? warehouse, NamespaceName? ns = null, string? table = null) =>
        access.Demand(Caller, action, warehouse, ns, table);

    /// <summary>A query parameter's value; null when it is not there.</summary>
    public string? Query(string name) =>
        Target.Query.Length > 1 && Context.Request.Query.TryGetValue(name, out Microsoft.Extensions.Primitives.StringValues values)
            ? values.ToString()
            : null;

    /// <summary>The body as a JSON object.</summary>
    public async ValueTask<JsonDocument> ReadJsonAsync(JsonBody json) => json.Parse(await Body.ReadAsync().ConfigureAwait(false));

    /// <summary>Whether what named nothing may be read another way.</summary>
    public bool CanReadOtherwise => Reading == NameReading.Usual
        && (Target.Path.Contains('+')
            || (Target.Query.Contains("parent=", StringComparison.Ordinal) && Target.Query.Contains("%25", StringComparison.Ordinal)));

    private NamespaceName DecodeNamespace() =>
        RawName.TryDecodeLevels(Target[_parameters.Namespace], Reading == NameReading.Usual, out string[] levels)
            ? NamespaceName.Of(levels)
            : throw RequestRejectedException.Malformed("The namespace in the path is not percent-encoded UTF-8");

    private string Decode(int segment) =>
        RawName.TryDecode(Target[segment], Reading == NameReading.Usual, out string name)
            ? name
            : throw RequestRejectedException.Malformed("A name in the path is not percent-encoded UTF-8");
}
