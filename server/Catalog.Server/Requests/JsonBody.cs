using System.Text.Json;
using System.Text.Unicode;

namespace Catalog.Server.Requests;

/// <summary>Turns a body into a JSON document, or says what is wrong with it.</summary>
internal sealed class JsonBody(int maxDepth)
{
    private readonly JsonDocumentOptions _options = new() { MaxDepth = maxDepth, AllowDuplicateProperties = false };

    /// <summary>Parses an object. The document points into <paramref name="body"/>.</summary>
    public JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            throw RequestRejectedException.Malformed("The request has no body");
        }

        if (!Utf8.IsValid(body.Span))
        {
            throw RequestRejectedException.Malformed("The body is not UTF-8");
        }

        JsonDocument document;
        try
        {
            RefuseLoneSurrogates(body.Span);
            document = JsonDocument.Parse(body, _options);
        }
        catch (JsonException e)
        {
            throw RequestRejectedException.Malformed($"Malformed JSON: {e.Message}");
        }

        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw RequestRejectedException.Malformed("The body must be a JSON object");
        }

        return document;
    }

    // "\ud800" is grammatical JSON that no string can hold; reading it later would throw in the middle of things.
    private void RefuseLoneSurrogates(ReadOnlySpan<byte> body)
    {
        if (body.IndexOf("\\u"u8) < 0)
        {
            return;
        }

        Utf8JsonReader reader = new(body, new JsonReaderOptions { MaxDepth = _options.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                try
                {
                    _ = reader.GetString();
                }
                catch (InvalidOperationException)
                {
                    throw RequestRejectedException.Malformed($"Malformed JSON: half a surrogate pair at byte {reader.TokenStartIndex}");
                }
            }
        }
    }
}
