using System.Security.Cryptography;

namespace Catalog.Core.Access;

/// <summary>Makes the texts that are credentials.</summary>
public static class SecretText
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>A Planasonix key: 238 random bits behind <c>flx_</c>.</summary>
    public static string NewApiKey() => "flx_" + RandomNumberGenerator.GetString(Alphabet, 40);

    /// <summary>An AIStor access key: not a secret, but not to be guessed either.</summary>
    public static string NewAccessKey() => RandomNumberGenerator.GetString(Alphabet.AsSpan(0, 36), 20);

    /// <summary>An AIStor secret key: 238 random bits.</summary>
    public static string NewSecretKey() => RandomNumberGenerator.GetString(Alphabet, 40);
}
