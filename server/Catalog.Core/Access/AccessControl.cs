using Catalog.Persistence;
using Catalog.Persistence.Rows;

namespace Catalog.Core.Access;

/// <summary>Asks whether a caller may do something, before it is done.</summary>
/// <remarks>
/// Who may not do it learns whether the object exists only if it may list where the object would be; everyone else gets
/// the same refusal for what is there and what is not.
/// </remarks>
public sealed class AccessControl(CatalogDatabase database, Warehouses warehouses)
{
    /// <summary>Asks for a right on a table, a namespace, a warehouse, or (with no name at all) on all warehouses.</summary>
    /// <exception cref="ForbiddenException">The caller has not got it.</exception>
    /// <exception cref="NoSuchTableException">It has not, and there is no such table, which it may know.</exception>
    /// <exception cref="NoSuchNamespaceException">It has not, and there is no such namespace, which it may know.</exception>
    public void Demand(Caller caller, CatalogAction action, string? warehouse, NamespaceName? ns = null, string? table = null)
    {
        ArgumentNullException.ThrowIfNull(caller);
        Permissions permissions = caller.Permissions;
        if (!permissions.DependsOnNames)
        {
            if (!permissions.Allows(action, new AccessTarget(warehouse)))
            {
                throw Refusal(action);
            }

            return;
        }

        AccessTarget target = new(warehouse, ns is null ? null : AccessTarget.NamespaceOf(ns.Levels), table);
        if (permissions.DependsOnTableId && ns is not null && table is not null && Find(warehouse) is { } place)
        {
            string? uuid = database.Read((place, ns, table), static (session, of) =>
                TableRows.Find(session, of.place.Id.Value, of.ns.Key, of.table)?.Uuid);
            target = target with { TableId = Guid.TryParse(uuid, out Guid id) ? id : null };
        }

        bool allowed = permissions.Allows(action, target) ||
            (action == CatalogAction.GetConfig && warehouse is not null && permissions.CanSee(warehouse));
        if (!allowed)
        {
            throw IsKnownMissing(permissions, action, target, ns) ?? Refusal(action);
        }
    }

    /// <summary>
    /// Refuses early, before the body that names the object is read, a caller that no name in that place would help.
    /// </summary>
    /// <exception cref="ForbiddenException">Whatever the name, the caller has not got the right.</exception>
    public static void DemandPossible(Caller caller, CatalogAction action, string warehouse, NamespaceName? ns = null)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!caller.Permissions.MightAllow(action, new AccessTarget(warehouse, ns is null ? null : AccessTarget.NamespaceOf(ns.Levels))))
        {
            throw Refusal(action);
        }
    }

    private static ForbiddenException Refusal(CatalogAction action) => new($"The credential does not permit {action}");

    private CatalogException? IsKnownMissing(Permissions permissions, CatalogAction action, in AccessTarget target, NamespaceName? ns)
    {
        // What would make the object is refused as such: that it is missing is then no answer.
        if (ns is null || action is CatalogAction.CreateTable or CatalogAction.CreateNamespace or CatalogAction.ListTables || Find(target.Warehouse) is not { } warehouse)
        {
            return null;
        }

        if (target.Table is { } table)
        {
            return permissions.Allows(CatalogAction.ListTables, target with { Table = null, TableId = null }) &&
                database.Read((warehouse, ns, table), static (session, of) => TableRows.Find(session, of.warehouse.Id.Value, of.ns.Key, of.table)) is null
                    ? new NoSuchTableException(new TableName(ns, table))
                    : null;
        }

        AccessTarget parent = new(target.Warehouse, ns.Parent is { } above ? AccessTarget.NamespaceOf(above.Levels) : null);
        return permissions.Allows(CatalogAction.ListNamespaces, parent) &&
            database.Read((warehouse, ns), static (session, of) => NamespaceRows.FindId(session, of.warehouse.Id.Value, of.ns.Key)) is null
                ? new NoSuchNamespaceException(ns)
                : null;
    }

    private Warehouse? Find(string? name)
    {
        try
        {
            return name is null ? null : warehouses.Get(name);
        }
        catch (NoSuchWarehouseException)
        {
            return null;
        }
    }
}
