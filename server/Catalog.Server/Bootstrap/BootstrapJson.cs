using System.Text.Json;
using System.Text.Json.Serialization;

namespace Catalog.Server.Bootstrap;

/// <summary>Source-generated JSON of <c>bootstrap.json</c>.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Credentials))]
internal sealed partial class BootstrapJson : JsonSerializerContext;
