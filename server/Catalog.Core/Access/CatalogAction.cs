namespace Catalog.Core.Access;

/// <summary>
/// What a caller asks to do. Each value is the action of the AIStor reference of the same name
/// (<c>s3tables:CreateTable</c>); the Planasonix surface asks the same questions of its own, simpler rights.
/// </summary>
public enum CatalogAction
{
    /// <summary>Read the client configuration of a warehouse.</summary>
    GetConfig,

    /// <summary>Create a warehouse.</summary>
    CreateWarehouse,

    /// <summary>List warehouses.</summary>
    ListWarehouses,

    /// <summary>Read a warehouse.</summary>
    GetWarehouse,

    /// <summary>Delete a warehouse.</summary>
    DeleteWarehouse,

    /// <summary>Create a namespace.</summary>
    CreateNamespace,

    /// <summary>List namespaces.</summary>
    ListNamespaces,

    /// <summary>Read a namespace, or ask whether it exists.</summary>
    GetNamespace,

    /// <summary>Change a namespace's properties.</summary>
    UpdateNamespace,

    /// <summary>Delete a namespace.</summary>
    DeleteNamespace,

    /// <summary>Create or register a table.</summary>
    CreateTable,

    /// <summary>List tables.</summary>
    ListTables,

    /// <summary>Load a table, ask whether it exists, or report metrics of reading it.</summary>
    GetTable,

    /// <summary>Commit to a table.</summary>
    UpdateTable,

    /// <summary>Rename a table; asked of both its old and its new name.</summary>
    RenameTable,

    /// <summary>Drop a table.</summary>
    DeleteTable,
}
