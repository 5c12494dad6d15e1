namespace Catalog.Server.Errors;

/// <summary>What a refused request gets: <c>{"error":{"message","type","code"}}</c> and a few headers.</summary>
/// <param name="Status">The HTTP status, also the body's <c>code</c>.</param>
/// <param name="Type">The surface's name for the error.</param>
/// <param name="Message">What is wrong, for the caller.</param>
internal sealed record ErrorAnswer(int Status, string Type, string Message)
{
    /// <summary>How long until it makes sense to ask again.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The methods that are served where one was refused.</summary>
    public string? Allow { get; init; }

    /// <summary>Whether the same request will be refused for the same reason again, so that a receipt may say so.</summary>
    public bool IsFinal => Status is 400 or 404 or 406 or 409 or 422;
}
