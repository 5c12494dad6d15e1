using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Namespaces;

/// <summary>What a change of namespace properties did.</summary>
public sealed record PropertiesResult : IcebergObject
{
    /// <summary>The properties that were set.</summary>
    public IReadOnlyList<string> Updated { get; init => field = value ?? []; } = [];

    /// <summary>The properties that were removed.</summary>
    public IReadOnlyList<string> Removed { get; init => field = value ?? []; } = [];

    /// <summary>The properties that were to be removed and were not there.</summary>
    public IReadOnlyList<string> Missing { get; init => field = value ?? []; } = [];
}
