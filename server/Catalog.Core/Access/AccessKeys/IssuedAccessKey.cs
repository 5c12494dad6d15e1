namespace Catalog.Core.Access;

/// <summary>An access key at the one moment when its secret can be shown.</summary>
/// <param name="Key">What is kept of it.</param>
/// <param name="Secret">The secret key.</param>
public sealed record IssuedAccessKey(AccessKey Key, string Secret)
{
    /// <summary>Without the secret, so that it cannot slip into a log.</summary>
    public override string ToString() => $"access key {Key.Key}";
}
