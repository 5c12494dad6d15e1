using Catalog.Sdk.Commits;
using Catalog.Sdk.Errors;
using Catalog.Sdk.Namespaces;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk;

/// <summary>The namespaces and tables of an Iceberg REST catalog, alike on Planasonix and AIStor Tables.</summary>
/// <remarks>
/// Names, property values, ids and unknown fields pass unchanged in both directions. Every method may throw any
/// <see cref="CatalogException"/>; those named are the ones to expect. Instances may be used from many threads at once.
/// </remarks>
public interface ITableCatalog
{
    /// <summary>Reads what the catalog tells its clients about itself.</summary>
    /// <remarks>Iceberg REST spec: <c>getConfig</c> (GET /v1/config).</remarks>
    /// <param name="options">Headers and the like for this call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The configuration.</returns>
    Task<CatalogConfig> GetConfigAsync(CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists namespaces, one level deep.</summary>
    /// <remarks>Iceberg REST spec: <c>listNamespaces</c> (GET …/namespaces).</remarks>
    /// <param name="parent">The namespace to look into; null lists the outermost level.</param>
    /// <param name="pageSize">How many names a page holds at most; null takes the client's setting.</param>
    /// <param name="options">Headers and the like for each call.</param>
    /// <returns>The full names, page by page as they are read.</returns>
    /// <exception cref="NoSuchNamespaceException">The parent does not exist (while enumerating).</exception>
    AsyncPageable<NamespaceName> ListNamespacesAsync(NamespaceName? parent = null, int? pageSize = null, CallOptions? options = null);

    /// <summary>Reads a namespace and its properties.</summary>
    /// <remarks>Iceberg REST spec: <c>loadNamespaceMetadata</c> (GET …/namespaces/{namespace}).</remarks>
    /// <param name="name">The name.</param>
    /// <param name="options">Headers and the like for this call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The namespace.</returns>
    /// <exception cref="NoSuchNamespaceException">It does not exist.</exception>
    Task<NamespaceInfo> GetNamespaceAsync(NamespaceName name, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Says whether a namespace exists.</summary>
    /// <remarks>Iceberg REST spec: <c>namespaceExists</c> (HEAD …/namespaces/{namespace}, or GET where a server lacks it).</remarks>
    /// <param name="name">The name.</param>
    /// <param name="options">Headers and the like for this call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>True when it does.</returns>
    Task<bool> NamespaceExistsAsync(NamespaceName name, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Makes a namespace.</summary>
    /// <remarks>Iceberg REST spec: <c>createNamespace</c> (POST …/namespaces).</remarks>
    /// <param name="name">The name; the namespace around it has to exist.</param>
    /// <param name="properties">Properties to begin with.</param>
    /// <param name="options">Headers, idempotency key and the like for this call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The namespace as the server made it.</returns>
    /// <exception cref="AlreadyExistsException">There is one of that name.</exception>
    /// <exception cref="NoSuchNamespaceException">The namespace around it does not exist.</exception>
    Task<NamespaceInfo> CreateNamespaceAsync(NamespaceName name, IReadOnlyDictionary<string, string>? properties = null, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Removes a namespace, which has to be empty.</summary>
    /// <remarks>Iceberg REST spec: <c>dropNamespace</c> (DELETE …/namespaces/{namespace}).</remarks>
    /// <param name="name">The name.</param>
    /// <param name="options">Headers, idempotency key and the like for this call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task that ends when the namespace is gone.</returns>
    /// <exception cref="NoSuchNamespaceException">It does not exist.</exception>
    /// <exception cref="NotEmptyException">It holds tables or namespaces.</exception>
    Task DropNamespaceAsync(NamespaceName name, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sets and removes properties of a namespace.</summary>
    /// <remarks>Iceberg REST spec: <c>updateProperties</c> (POST …/namespaces/{namespace}/properties).</remarks>
    /// <param name="name">The name.</param>
    /// <param name="updates">The properties to set or overwrite.</param>
    /// <param name="removals">The names of the properties to remove; missing ones are reported, not refused.</param>
    /// <param name="options">Headers, idempotency key and the like for this call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What was set, removed and missing.</returns>
    /// <exception cref="NoSuchNamespaceException">It does not exist.</exception>
    /// <exception cref="InvalidRequestException">A property is both set and removed.</exception>
    Task<PropertiesResult> UpdateNamespacePropertiesAsync(NamespaceName name, IReadOnlyDictionary<string, string>? updates = null, IEnumerable<string>? removals = null, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists the tables of a namespace.</summary>
    /// <remarks>Iceberg REST spec: <c>listTables</c> (GET …/namespaces/{namespace}/tables).</remarks>
    /// <param name="namespaceName">The namespace.</param>
    /// <param name="pageSize">How many tables a page holds at most; null takes the client's setting.</param>
    /// <param name="options">Headers and the like for each call.</param>
    /// <returns>The identifiers, page by page as they are read.</returns>
    /// <exception cref="NoSuchNamespaceException">The namespace does not exist (while enumerating).</exception>
    AsyncPageable<TableIdentifier> ListTablesAsync(NamespaceName namespaceName, int? pageSize = null, CallOptions? options = null);

    /// <summary>Loads a table.</summary>
    /// <remarks>Iceberg REST spec: <c>loadTable</c> (GET …/tables/{table}).</remarks>
    /// <param name="table">The table.</param>
    /// <param name="load">Which snapshots and which access to ask for.</param>
    /// <param name="options">Headers and the like for this call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The table with its metadata.</returns>
    /// <exception cref="NoSuchTableException">It does not exist.</exception>
    Task<Table> LoadTableAsync(TableIdentifier table, LoadTableOptions? load = null, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Loads a table if it has changed since it was loaded (<c>If-None-Match</c>).</summary>
    /// <remarks>Iceberg REST spec: <c>loadTable</c> (GET …/tables/{table}, answered 304).</remarks>
    /// <param name="known">The table as it was loaded, with its entity tag.</param>
    /// <param name="load">As for the load before: the tag covers it.</param>
    /// <param name="options">Headers and the like for this call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The table, or null when it has not changed.</returns>
    /// <exception cref="NoSuchTableException">It does not exist any more.</exception>
    Task<Table?> LoadTableIfChangedAsync(Table known, LoadTableOptions? load = null, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Says whether a table exists.</summary>
    /// <remarks>Iceberg REST spec: <c>tableExists</c> (HEAD …/tables/{table}, or GET where a server lacks it).</remarks>
    /// <param name="table">The table.</param>
    /// <param name="options">Headers and the like for this call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>True when it does.</returns>
    Task<bool> TableExistsAsync(TableIdentifier table, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Makes a table, or prepares one (<see cref="CreateTableRequest.StageCreate"/>).</summary>
    /// <remarks>Iceberg REST spec: <c>createTable</c> (POST …/namespaces/{namespace}/tables).</remarks>
    /// <param name="namespaceName">The namespace.</param>
    /// <param name="request">What the table is to be.</param>
    /// <param name="options">Headers, idempotency key and the like for this call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The table, with the ids and the location that the server gave.</returns>
    /// <exception cref="AlreadyExistsException">There is a table or view of that name.</exception>
    /// <exception cref="NoSuchNamespaceException">The namespace does not exist.</exception>
    Task<Table> CreateTableAsync(NamespaceName namespaceName, CreateTableRequest request, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Makes a table of a metadata file that is already there.</summary>
    /// <remarks>Iceberg REST spec: <c>registerTable</c> (POST …/namespaces/{namespace}/register).</remarks>
    /// <param name="table">The table to be.</param>
    /// <param name="metadataLocation">Where the metadata file is.</param>
    /// <param name="overwrite">Whether a table of that name is replaced.</param>
    /// <param name="options">Headers, idempotency key and the like for this call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The table.</returns>
    /// <exception cref="AlreadyExistsException">There is a table of that name, and it is not to be replaced.</exception>
    /// <exception cref="NoSuchNamespaceException">The namespace does not exist.</exception>
    Task<Table> RegisterTableAsync(TableIdentifier table, string metadataLocation, bool overwrite = false, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Removes a table. The request always says whether files go too, because the services differ in what they assume.</summary>
    /// <remarks>Iceberg REST spec: <c>dropTable</c> (DELETE …/tables/{table}?purgeRequested=).</remarks>
    /// <param name="table">The table.</param>
    /// <param name="purge">Whether its metadata and data files are deleted.</param>
    /// <param name="options">Headers, idempotency key and the like for this call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task that ends when the table is gone.</returns>
    /// <exception cref="NoSuchTableException">It does not exist.</exception>
    Task DropTableAsync(TableIdentifier table, bool purge = false, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Renames a table, also into another namespace. Its uuid and location stay.</summary>
    /// <remarks>Iceberg REST spec: <c>renameTable</c> (POST …/tables/rename).</remarks>
    /// <param name="source">The table.</param>
    /// <param name="destination">Its new namespace and name.</param>
    /// <param name="options">Headers, idempotency key and the like for this call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task that ends when the table has its new name.</returns>
    /// <exception cref="NoSuchTableException">The table does not exist.</exception>
    /// <exception cref="NoSuchNamespaceException">The namespace to move to does not exist.</exception>
    /// <exception cref="AlreadyExistsException">There is a table or view of the new name.</exception>
    Task RenameTableAsync(TableIdentifier source, TableIdentifier destination, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Commits given updates under given requirements, once.</summary>
    /// <remarks>Iceberg REST spec: <c>updateTable</c> (POST …/tables/{table}).</remarks>
    /// <param name="table">The table.</param>
    /// <param name="requirements">What must hold.</param>
    /// <param name="updates">What changes, in order.</param>
    /// <param name="options">Headers, idempotency key and the like for this call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The table after the commit.</returns>
    /// <exception cref="NoSuchTableException">It does not exist.</exception>
    /// <exception cref="CommitConflictException">A requirement does not hold.</exception>
    /// <exception cref="CommitStateUnknownException">There was no definite answer.</exception>
    Task<Table> CommitAsync(TableIdentifier table, IEnumerable<TableRequirement> requirements, IEnumerable<TableUpdate> updates, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Loads the table, builds a commit of it, checks the requirements locally and sends it. After a conflict it loads
    /// and builds again; after an answer that was not definite it loads the table and looks for the change.
    /// </summary>
    /// <remarks>Iceberg REST spec: <c>loadTable, updateTable</c> (GET and POST …/tables/{table}).</remarks>
    /// <param name="table">The table.</param>
    /// <param name="build">Makes the commit of the metadata as loaded; runs again after each conflict. A plan without updates commits nothing.</param>
    /// <param name="retry">How often and how long to try; null takes the client's setting.</param>
    /// <param name="options">Headers and the like for each call; an idempotency key is not used, as each attempt is a request of its own.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The table after the commit.</returns>
    /// <exception cref="NoSuchTableException">It does not exist.</exception>
    /// <exception cref="CommitConflictException">The last attempt met a conflict too.</exception>
    /// <exception cref="CommitStateUnknownException">It cannot be told whether the commit was made.</exception>
    Task<Table> CommitAsync(TableIdentifier table, Func<TableMetadata, CommitPlan> build, CommitRetryOptions? retry = null, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Commits changes to several tables: all are made, or none.</summary>
    /// <remarks>Iceberg REST spec: <c>commitTransaction</c> (POST …/transactions/commit).</remarks>
    /// <param name="changes">The changes, one for each table.</param>
    /// <param name="options">Headers, idempotency key and the like for this call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task that ends when all changes are made.</returns>
    /// <exception cref="NoSuchTableException">A table does not exist.</exception>
    /// <exception cref="CommitConflictException">A requirement does not hold.</exception>
    /// <exception cref="CommitStateUnknownException">There was no definite answer.</exception>
    Task CommitTransactionAsync(IEnumerable<TableChange> changes, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Hands a scan or commit report to the catalog.</summary>
    /// <remarks>Iceberg REST spec: <c>reportMetrics</c> (POST …/tables/{table}/metrics).</remarks>
    /// <param name="table">The table.</param>
    /// <param name="report">The report.</param>
    /// <param name="options">Headers and the like for this call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task that ends when the report is accepted.</returns>
    /// <exception cref="NoSuchTableException">The table does not exist.</exception>
    Task ReportMetricsAsync(TableIdentifier table, MetricsReport report, CallOptions? options = null, CancellationToken cancellationToken = default);
}
