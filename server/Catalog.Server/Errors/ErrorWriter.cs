using System.Globalization;
using Catalog.Server.Answers;

namespace Catalog.Server.Errors;

/// <summary>Writes an <see cref="ErrorAnswer"/>.</summary>
internal static class ErrorWriter
{
    public static byte[] Body(ErrorAnswer error) => JsonText.Write(error, static (json, e) =>
    {
        json.WriteStartObject();
        json.WriteStartObject("error"u8);
        json.WriteString("message"u8, e.Message);
        json.WriteString("type"u8, e.Type);
        json.WriteNumber("code"u8, e.Status);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    public static ValueTask WriteAsync(HttpContext context, ErrorAnswer error)
    {
        HttpResponse response = context.Response;
        if (error.RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (error.Allow is { } allow)
        {
            response.Headers.Allow = allow;
        }

        return AnswerWriter.WriteJsonAsync(context, error.Status, Body(error));
    }
}
