using System.Text.Json;
using Catalog.Core;

namespace Catalog.Server.Answers;

/// <summary>An answer of 200 with a small JSON body.</summary>
internal sealed class JsonAnswer<T>(Action<Utf8JsonWriter, T> write) : Answer<T>
{
    public override StoredAnswer Render(T result) => new(StatusCodes.Status200OK, JsonText.Write(result, write));
}
