using System.Text.Encodings.Web;
using System.Text.Json;

namespace Catalog.Server.Commands;

/// <summary>Prints what commands found or made: JSON, one object a line, for people and programs alike.</summary>
internal static class CommandReport
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task PrintAsync(TextWriter output, params (string Name, object? Value)[] members)
    {
        using MemoryStream line = new();
        await using (Utf8JsonWriter json = new(line, Readable))
        {
            json.WriteStartObject();
            foreach ((string name, object? value) in members)
            {
                switch (value)
                {
                    case null:
                        json.WriteNull(name);
                        break;
                    case bool flag:
                        json.WriteBoolean(name, flag);
                        break;
                    case long number:
                        json.WriteNumber(name, number);
                        break;
                    case DateTimeOffset time:
                        json.WriteString(name, time);
                        break;
                    default:
                        json.WriteString(name, value.ToString());
                        break;
                }
            }

            json.WriteEndObject();
        }

        await output.WriteLineAsync(System.Text.Encoding.UTF8.GetString(line.ToArray())).ConfigureAwait(false);
    }
}
