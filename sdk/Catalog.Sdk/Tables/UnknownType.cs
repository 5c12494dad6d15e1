using System.Text.Json;

namespace Catalog.Sdk.Tables;

/// <summary>A type of a kind that this version does not know, kept as it was read.</summary>
/// <param name="Json">The JSON of the type.</param>
public sealed record UnknownType(JsonElement Json) : IcebergType
{
    /// <inheritdoc/>
    public override string ToString() => Json.GetRawText();
}
