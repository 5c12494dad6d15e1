namespace Catalog.Core.Access;

/// <summary>What is known of each <see cref="CatalogAction"/>.</summary>
public static class CatalogActions
{
    private static readonly string[] Names =
        [.. Enum.GetValues<CatalogAction>().Select(static action => $"s3tables:{action}")];

    /// <summary>The action's name in a policy, such as <c>s3tables:GetTable</c>.</summary>
    public static string PolicyName(this CatalogAction action) => Names[(int)action];

    /// <summary>Whether the action changes nothing.</summary>
    public static bool IsRead(this CatalogAction action) => action is
        CatalogAction.GetConfig or CatalogAction.ListWarehouses or CatalogAction.GetWarehouse or
        CatalogAction.ListNamespaces or CatalogAction.GetNamespace or CatalogAction.ListTables or CatalogAction.GetTable;

    /// <summary>Whether the action is on one table, so that a policy may name the table.</summary>
    public static bool IsOnTable(this CatalogAction action) => action is
        CatalogAction.CreateTable or CatalogAction.GetTable or CatalogAction.UpdateTable or
        CatalogAction.RenameTable or CatalogAction.DeleteTable;
}
