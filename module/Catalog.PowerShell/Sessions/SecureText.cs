using System.Net;
using System.Security;

namespace Catalog.PowerShell.Sessions;

/// <summary>Moves secrets between their two forms.</summary>
internal static class SecureText
{
    public static SecureString ToSecureString(this string text)
    {
        SecureString secure = new();
        foreach (char c in text)
        {
            secure.AppendChar(c);
        }

        secure.MakeReadOnly();
        return secure;
    }

    public static string ToPlainText(this SecureString secure) => new NetworkCredential(string.Empty, secure).Password;
}
