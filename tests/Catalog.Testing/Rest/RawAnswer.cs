using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Catalog.Testing.Rest;

/// <summary>What came back: the status, the headers and the body as it was.</summary>
public sealed record RawAnswer(int Status, HttpResponseHeaders Headers, string? ContentType, byte[] Body)
{
    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The body as JSON.</summary>
    public JsonElement Json
    {
        get
        {
            using JsonDocument document = JsonDocument.Parse(Body);
            return document.RootElement.Clone();
        }
    }

    /// <summary>The <c>type</c> of an Iceberg error body; empty when there is none.</summary>
    public string ErrorType => ErrorField("type");

    /// <summary>The <c>message</c> of an Iceberg error body; empty when there is none.</summary>
    public string ErrorMessage => ErrorField("message");

    /// <summary>The <c>metadata</c> of a load, create or commit answer.</summary>
    public JsonElement Metadata => Json.GetProperty("metadata");

    /// <summary>The <c>metadata-location</c> of a load, create or commit answer.</summary>
    public string? MetadataLocation => Json.TryGetProperty("metadata-location", out JsonElement location) ? location.GetString() : null;

    private string ErrorField(string name) =>
        Body.Length > 0 && Json.TryGetProperty("error", out JsonElement error) && error.ValueKind == JsonValueKind.Object &&
        error.TryGetProperty(name, out JsonElement value) ? value.ToString() : "";
}
