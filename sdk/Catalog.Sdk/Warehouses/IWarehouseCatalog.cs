using Catalog.Sdk.Errors;

namespace Catalog.Sdk.Warehouses;

/// <summary>The warehouses of AIStor Tables (actions <c>s3tables:*Warehouse*</c>).</summary>
public interface IWarehouseCatalog
{
    /// <summary>Lists the names of the warehouses that the caller may see.</summary>
    /// <param name="pageSize">How many names a page holds at most; null takes the client's setting.</param>
    /// <param name="options">Headers and the like for each call.</param>
    /// <returns>The names, page by page as they are read.</returns>
    AsyncPageable<string> ListWarehousesAsync(int? pageSize = null, CallOptions? options = null);

    /// <summary>Reads a warehouse.</summary>
    /// <param name="name">The name.</param>
    /// <param name="options">Headers and the like for this call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The warehouse.</returns>
    /// <exception cref="NoSuchWarehouseException">There is none of that name.</exception>
    Task<Warehouse> GetWarehouseAsync(string name, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Makes a warehouse.</summary>
    /// <param name="name">The name: 3 to 63 lower-case letters, digits and hyphens.</param>
    /// <param name="upgradeExisting">Whether an existing bucket of that name may become the warehouse.</param>
    /// <param name="properties">Properties to begin with.</param>
    /// <param name="options">Headers and the like for this call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The warehouse, as far as the answer describes it.</returns>
    /// <exception cref="AlreadyExistsException">There is one of that name.</exception>
    Task<Warehouse> CreateWarehouseAsync(string name, bool upgradeExisting = false, IReadOnlyDictionary<string, string>? properties = null, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Removes a warehouse, which has to be empty.</summary>
    /// <param name="name">The name.</param>
    /// <param name="preserveBucket">Whether the bucket stays.</param>
    /// <param name="options">Headers and the like for this call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task that ends when the warehouse is gone.</returns>
    /// <exception cref="NoSuchWarehouseException">There is none of that name.</exception>
    /// <exception cref="NotEmptyException">It holds namespaces.</exception>
    Task DropWarehouseAsync(string name, bool preserveBucket = false, CallOptions? options = null, CancellationToken cancellationToken = default);
}
