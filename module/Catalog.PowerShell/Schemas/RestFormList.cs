using System.Text.Json;
using Catalog.PowerShell.Json;

namespace Catalog.PowerShell.Schemas;

/// <summary>Takes one field where a list of fields is wanted.</summary>
internal static class RestFormList
{
    public static JsonElement FieldsOf(object input)
    {
        JsonElement json = RestForm.Read(input);
        return json.ValueKind == JsonValueKind.Object && !json.TryGetProperty("fields", out _) && json.TryGetProperty("transform", out _)
            ? RestForm.Parse($"[{json.GetRawText()}]")
            : json;
    }
}
