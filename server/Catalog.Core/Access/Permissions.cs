namespace Catalog.Core.Access;

/// <summary>What a caller may do. Immutable, so that every call with one credential shares it.</summary>
public abstract class Permissions
{
    /// <summary>Everything.</summary>
    public static Permissions All { get; } = new RightsOf(canWrite: true, warehouse: null);

    /// <summary>Reading everything, changing nothing.</summary>
    public static Permissions ReadOnly { get; } = new RightsOf(canWrite: false, warehouse: null);

    /// <summary>Whether an answer can depend on more of the target than its warehouse.</summary>
    public virtual bool DependsOnNames => false;

    /// <summary>
    /// Whether an answer can depend on <see cref="AccessTarget.TableId"/>. When it cannot, callers save the look-up.
    /// </summary>
    public virtual bool DependsOnTableId => false;

    /// <summary>Rights in one warehouse only.</summary>
    public static Permissions InWarehouse(string warehouse, bool canWrite) => new RightsOf(canWrite, warehouse);

    /// <summary>Whether <paramref name="action"/> on <paramref name="target"/> is allowed.</summary>
    public abstract bool Allows(CatalogAction action, in AccessTarget target);

    /// <summary>Whether the action could be allowed, for all that the target leaves out.</summary>
    public virtual bool MightAllow(CatalogAction action, in AccessTarget target) => Allows(action, target);

    /// <summary>
    /// Whether anything in the warehouse is allowed: then its name and its configuration are no secret to the caller.
    /// </summary>
    public virtual bool CanSee(string warehouse) => Allows(CatalogAction.GetWarehouse, new AccessTarget(warehouse));

    private sealed class RightsOf(bool canWrite, string? warehouse) : Permissions
    {
        public override bool Allows(CatalogAction action, in AccessTarget target) =>
            (canWrite || action.IsRead()) && (warehouse is null || warehouse == target.Warehouse);
    }
}
