using Catalog.Core;

namespace Catalog.Server.Answers;

/// <summary>How the result of a change is answered.</summary>
internal abstract class Answer<T>
{
    /// <summary>The whole answer, as it is kept for a repeated request.</summary>
    public abstract StoredAnswer Render(T result);

    /// <summary>Writes the answer without keeping it.</summary>
    public virtual ValueTask WriteAsync(HttpContext context, T result) => AnswerWriter.WriteAsync(context, Render(result));
}
