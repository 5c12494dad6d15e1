using System.Text;

namespace Catalog.Iceberg.Tests;

/// <summary>Input damaged at random.</summary>
internal static class Mutation
{
    private static readonly byte[] Tokens = Encoding.ASCII.GetBytes("{}[]:,\"\\ue0-1.nulltruefalse\u0000 \n\u00ff");

    public static byte[] Of(Random random, byte[] seed)
    {
        List<byte> bytes = [.. seed];
        for (int changes = random.Next(1, 4); changes > 0 && bytes.Count > 0; changes--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, Math.Min(random.Next(1, 12), bytes.Count - at)); break;
                case 2: bytes.Insert(at, Tokens[random.Next(Tokens.Length)]); break;
                case 3: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 4: SwapValue(random, bytes); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Replaces one value of the JSON by another that is at least JSON.</summary>
    private static void SwapValue(Random random, List<byte> bytes)
    {
        string text = Encoding.Latin1.GetString([.. bytes]);
        int from = text.IndexOf(':', random.Next(text.Length));
        int to = from < 0 ? -1 : text.IndexOfAny([',', '}'], from);
        if (to > from)
        {
            string[] values = ["null", "-1", "1.5", "9223372036854775807", "1e999", "\"\"", "\"\\ud800\"", "[]", "{}", "true", "[[[]]]", "0", "2147483647"];
            bytes.RemoveRange(from + 1, to - from - 1);
            bytes.InsertRange(from + 1, Encoding.ASCII.GetBytes(values[random.Next(values.Length)]));
        }
    }
}
