namespace Catalog.Server.Authentication.SigV4;

/// <summary>The three attributes of an <c>AWS4-HMAC-SHA256</c> Authorization header, in any order, each exactly once.</summary>
internal readonly record struct AuthorizationAttributes(string Credential, string SignedHeaders, string Signature)
{
    public static AuthorizationAttributes Parse(ReadOnlySpan<char> text)
    {
        string? credential = null, signedHeaders = null, signature = null;
        foreach (Range part in text.Split(','))
        {
            ReadOnlySpan<char> attribute = text[part].Trim(' ');
            int equals = attribute.IndexOf('=');
            ReadOnlySpan<char> name = equals < 0 ? attribute : attribute[..equals];
            ref string? value = ref signature;
            switch (name)
            {
                case "Credential":
                    value = ref credential;
                    break;
                case "SignedHeaders":
                    value = ref signedHeaders;
                    break;
                case "Signature":
                    break;
                default:
                    throw new SignatureException("The Authorization header has an attribute other than Credential, SignedHeaders and Signature.");
            }

            if (value is not null)
            {
                throw new SignatureException("The Authorization header names an attribute twice.");
            }

            value = equals < 0 ? "" : attribute[(equals + 1)..].ToString();
        }

        return credential is not null && signedHeaders is not null && signature is not null
            ? new(credential, signedHeaders, signature)
            : throw new SignatureException("The Authorization header lacks Credential, SignedHeaders or Signature.");
    }
}
