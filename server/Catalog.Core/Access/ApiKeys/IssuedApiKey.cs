namespace Catalog.Core.Access;

/// <summary>A key at the one moment when its text can be shown.</summary>
/// <param name="Key">What is kept of it.</param>
/// <param name="Text">The key itself.</param>
public sealed record IssuedApiKey(ApiKey Key, string Text)
{
    /// <summary>Without the key itself, so that it cannot slip into a log.</summary>
    public override string ToString() => $"API key {Key.Id}";
}
