using System.Text.Json;
using Catalog.Iceberg.Requests;
using Catalog.Iceberg.Requirements;
using Catalog.Iceberg.Updates;

namespace Catalog.Iceberg;

/// <summary>A commit to one table.</summary>
/// <param name="Identifier">The table, where the body names it.</param>
/// <param name="Requirements">What must hold.</param>
/// <param name="Updates">What to change, in order.</param>
public sealed record CommitTableRequest(
    TableIdentifier? Identifier, IReadOnlyList<TableRequirement> Requirements, IReadOnlyList<TableUpdate> Updates)
{
    /// <summary>Says whether the commit makes the table.</summary>
    public bool IsCreate => Requirements.Count == 1 && Requirements[0] is AssertCreate;

    /// <summary>The format version of a table that the commit makes: the first that it upgrades to, or the default.</summary>
    public int InitialFormatVersion =>
        Updates.OfType<UpgradeFormatVersionUpdate>().FirstOrDefault()?.FormatVersion ?? TableMetadata.DefaultFormatVersion;

    /// <summary>Reads a commit.</summary>
    /// <param name="json">The JSON object.</param>
    /// <exception cref="MetadataValidationException">It is malformed, or asks for something unknown.</exception>
    public static CommitTableRequest Parse(JsonElement json) => MalformedJson.Refuse(json, Read);

    private static CommitTableRequest Read(JsonElement json)
    {
        json.RequireObject("request");
        TableRequirement[] requirements = [.. Items(json, "requirements").Select(TableRequirement.Parse)];
        if (requirements.Length > 1 && requirements.Any(requirement => requirement is AssertCreate))
        {
            throw new MetadataValidationException("Invalid create requirements: assert-create must be the only requirement", "requirements");
        }

        return new CommitTableRequest(
            json.Optional("identifier") is { } identifier ? TableIdentifier.Parse(identifier) : null,
            requirements,
            [.. Items(json, "updates").Select(TableUpdate.Parse)]);
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement json, string field) =>
        json.Optional(field) is { } items ? items.Array(field) : default;
}
