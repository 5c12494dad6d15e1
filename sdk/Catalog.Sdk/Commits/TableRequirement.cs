using System.Text.Json;
using System.Text.Json.Serialization;
using Catalog.Sdk.Serialization;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>What has to hold for a commit to be made (Iceberg REST spec, <c>TableRequirement</c>).</summary>
[JsonConverter(typeof(TableRequirementConverter))]
public abstract record TableRequirement : IcebergObject
{
    private protected TableRequirement()
    {
    }

    /// <summary>Copies a requirement. The copy may differ, so it does not keep the JSON it was read from.</summary>
    /// <param name="original">The requirement to copy.</param>
    protected TableRequirement(TableRequirement original)
        : base(original)
    {
    }

    /// <summary>The type, such as <c>assert-table-uuid</c>.</summary>
    public abstract string Type { get; }

    /// <summary>The JSON from which the requirement was read: it is sent again as it stands.</summary>
    internal JsonElement? Source { get; set; }

    /// <summary>Reads a requirement from the JSON form of the REST spec. What was read is sent unchanged; unknown types pass through.</summary>
    /// <param name="json">The JSON of one requirement.</param>
    /// <returns>The requirement.</returns>
    /// <exception cref="JsonException">The JSON is not a requirement, or a known type lacks what it needs.</exception>
    public static TableRequirement Parse(string json) =>
        JsonSerializer.Deserialize(json, CatalogJson.Default.TableRequirement) ?? throw new JsonException("The requirement is null.");

    /// <summary>The JSON form of the REST spec.</summary>
    /// <returns>The JSON of the requirement.</returns>
    public string ToJson() => Utf8Json.ToText(this, CatalogJson.Default.TableRequirement);

    /// <summary>Says locally, before anything is sent, whether the requirement holds.</summary>
    /// <param name="current">The metadata of the table, or null when it does not exist.</param>
    /// <returns>Why the requirement fails, or null when it holds or only the server can tell.</returns>
    public string? Check(TableMetadata? current) =>
        FindFailure(current) is { } reason ? $"Requirement failed: {reason}" : null;

    /// <summary>The reason why the requirement fails.</summary>
    /// <param name="current">The metadata of the table, or null when it does not exist.</param>
    /// <returns>The reason, or null when the requirement holds or only the server can tell.</returns>
    protected abstract string? FindFailure(TableMetadata? current);
}
