using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Catalog.PowerShell.Json;

/// <summary>Serializes without reflection, which would cost the first command its time.</summary>
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class JsonElementContext : JsonSerializerContext;
