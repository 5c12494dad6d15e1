using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Catalog.Sdk.Tables;

/// <summary>What every JSON object of the catalog has in common: fields that this version does not know are kept and written back.</summary>
public abstract record IcebergObject
{
    private protected static readonly IReadOnlyDictionary<string, string> EmptyStrings = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The fields that the model does not declare, exactly as they were read; null when there are none.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement>? UnknownFields
    {
        get => ExtensionData;
        init => ExtensionData = value is null ? null : new Dictionary<string, JsonElement>(value);
    }

    /// <summary>Where the serializer puts them: it cannot bind extension data to an init-only member.</summary>
    [JsonExtensionData]
    [JsonInclude]
    internal Dictionary<string, JsonElement>? ExtensionData { get; set; }
}
