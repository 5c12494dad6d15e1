using Catalog.Core;

namespace Catalog.Server.Answers;

/// <summary>An answer that says nothing but its status; with 200, the contract's empty object.</summary>
internal sealed class EmptyAnswer(int status) : Answer<object?>
{
    private readonly StoredAnswer _answer = new(status, status == StatusCodes.Status204NoContent ? default : "{}"u8.ToArray());

    public static EmptyAnswer NoContent { get; } = new(StatusCodes.Status204NoContent);

    public override StoredAnswer Render(object? result) => _answer;
}
