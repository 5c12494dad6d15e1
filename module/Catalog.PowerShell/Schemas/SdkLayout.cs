using System.Text.Json.Nodes;
using Catalog.PowerShell.Json;
using Catalog.Sdk.Commits;
using Catalog.Sdk.Tables;

namespace Catalog.PowerShell.Schemas;

/// <summary>Hands partition specs and sort orders to the SDK, with the names of columns replaced by their ids.</summary>
/// <remarks>The SDK reads them as parts of updates, which keeps what neither side knows.</remarks>
internal static class SdkLayout
{
    public static PartitionSpec ToSpec(JsonObject json, TableSchema schema)
    {
        FieldIds.ReplaceSources(json, schema);
        JsonObject update = new() { ["action"] = "add-spec", ["spec"] = json };
        return ((AddPartitionSpecUpdate)Sdk.Commits.TableUpdate.Parse(update.ToJsonString())).Spec;
    }

    public static SortOrder ToOrder(JsonObject json, TableSchema schema)
    {
        FieldIds.ReplaceSources(json, schema);
        JsonObject update = new() { ["action"] = "add-sort-order", ["sort-order"] = json };
        return ((AddSortOrderUpdate)Sdk.Commits.TableUpdate.Parse(update.ToJsonString())).SortOrder;
    }
}
