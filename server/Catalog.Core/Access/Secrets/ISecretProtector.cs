namespace Catalog.Core.Access;

/// <summary>Encrypts secrets that must be read back, with keys that every server on the same data folder has.</summary>
public interface ISecretProtector
{
    /// <summary>Encrypts.</summary>
    byte[] Protect(string secret);

    /// <summary>Decrypts what <see cref="Protect"/> made, here or in another process.</summary>
    string Unprotect(byte[] sealedSecret);
}
