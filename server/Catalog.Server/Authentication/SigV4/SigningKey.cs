using System.Security.Cryptography;
using System.Text;

namespace Catalog.Server.Authentication.SigV4;

/// <summary>The key that a secret yields for one day, region and service.</summary>
internal static class SigningKey
{
    public static byte[] Derive(string secret, SignatureClaim claim)
    {
        byte[] seed = Encoding.UTF8.GetBytes("AWS4" + secret);
        byte[] day = HMACSHA256.HashData(seed, Encoding.UTF8.GetBytes(claim.Date));
        CryptographicOperations.ZeroMemory(seed);
        byte[] region = HMACSHA256.HashData(day, Encoding.UTF8.GetBytes(claim.Region));
        byte[] service = HMACSHA256.HashData(region, Encoding.UTF8.GetBytes(claim.Service));
        return HMACSHA256.HashData(service, "aws4_request"u8);
    }
}
