using System.Text.Json;
using System.Text.Json.Serialization;
using Catalog.Sdk.Serialization;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>One change of a commit (Iceberg REST spec, <c>TableUpdate</c>).</summary>
[JsonConverter(typeof(TableUpdateConverter))]
public abstract record TableUpdate : IcebergObject
{
    private protected TableUpdate()
    {
    }

    /// <summary>Copies an update. The copy may differ, so it does not keep the JSON it was read from.</summary>
    /// <param name="original">The update to copy.</param>
    protected TableUpdate(TableUpdate original)
        : base(original)
    {
    }

    /// <summary>The action, such as <c>add-schema</c>.</summary>
    public abstract string Action { get; }

    /// <summary>The JSON from which the update was read: it is sent again as it stands.</summary>
    internal JsonElement? Source { get; set; }

    /// <summary>Reads an update from the JSON form of the REST spec. What was read is sent unchanged; unknown actions pass through.</summary>
    /// <param name="json">The JSON of one update.</param>
    /// <returns>The update.</returns>
    /// <exception cref="JsonException">The JSON is not an update, or a known action lacks what it needs.</exception>
    public static TableUpdate Parse(string json) =>
        JsonSerializer.Deserialize(json, CatalogJson.Default.TableUpdate) ?? throw new JsonException("The update is null.");

    /// <summary>The JSON form of the REST spec.</summary>
    /// <returns>The JSON of the update.</returns>
    public string ToJson() => Utf8Json.ToText(this, CatalogJson.Default.TableUpdate);
}
