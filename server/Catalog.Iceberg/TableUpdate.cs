using System.Text.Json;
using Catalog.Iceberg.Requests;

namespace Catalog.Iceberg;

/// <summary>One change to a table. Those of a commit are applied in order, all or none.</summary>
public abstract record TableUpdate
{
    private protected TableUpdate()
    {
    }

    /// <summary>Reads an update.</summary>
    /// <param name="json">The JSON object with its <c>action</c>.</param>
    /// <exception cref="MetadataValidationException">The action is unknown, or a member is missing or malformed.</exception>
    public static TableUpdate Parse(JsonElement json) => MalformedJson.Refuse(json, TableUpdateReader.Read);

    /// <summary>Applies the update.</summary>
    /// <param name="builder">The builder of the new version.</param>
    public abstract void Apply(TableMetadataBuilder builder);
}
