namespace Catalog.Sdk;

/// <summary>Makes what the SDK answers, for tests that replace <see cref="ITableCatalog"/>. Other models have public members to set.</summary>
public static class CatalogModelFactory
{
    /// <summary>Makes a list of pages that are already there.</summary>
    /// <typeparam name="T">What the list holds.</typeparam>
    /// <param name="pages">The pages.</param>
    /// <returns>The list.</returns>
    public static AsyncPageable<T> Pageable<T>(params IEnumerable<Page<T>> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        return new StaticPageable<T>([.. pages]);
    }

    /// <summary>Makes a list of one page.</summary>
    /// <typeparam name="T">What the list holds.</typeparam>
    /// <param name="values">The entries.</param>
    /// <returns>The list.</returns>
    public static AsyncPageable<T> Pageable<T>(IReadOnlyList<T> values) => new StaticPageable<T>([new Page<T>(values, null)]);
}
