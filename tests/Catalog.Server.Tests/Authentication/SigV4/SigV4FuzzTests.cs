using Catalog.Core;

namespace Catalog.Server.Tests.Authentication.SigV4;

public sealed class SigV4FuzzTests(SigV4Fixture fixture) : IClassFixture<SigV4Fixture>
{
    private const string Alphabet = "abcXYZ019%+&=?/;,: \t\"'AWS4-HMAC-SHA256 Credential=SignedHeaders=Signature=X-Amz-\u00e4\u2603\ud83d";

    [Fact]
    public async Task Authenticate_AnythingAtAll_IsAcceptedOrRefusedAndNeverFails()
    {
        Random random = new(20261126);
        for (int round = 0; round < 20_000; round++)
        {
            SignedVector vector = Mutated(SignedVector.All[random.Next(SignedVector.All.Count)], random);
            try
            {
                await SigV4Fixture.AuthenticateAsync(fixture.Strict, vector);
            }
            catch (NotAuthenticatedException)
            {
            }
        }
    }

    private static SignedVector Mutated(SignedVector vector, Random random)
    {
        for (int change = random.Next(1, 4); change > 0; change--)
        {
            int header = random.Next(vector.Headers.Count + 2);
            vector = header < vector.Headers.Count
                ? vector with { Headers = [.. vector.Headers.Select((h, i) => i == header ? new(h.Key, Mutated(h.Value, random)) : h)] }
                : vector with { Target = Mutated(vector.Target, random) };
        }

        return vector;
    }

    private static string Mutated(string text, Random random)
    {
        int at = random.Next(text.Length + 1), length = random.Next(Math.Min(8, text.Length - at + 1));
        string inserted = string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
        return random.Next(20) == 0 ? inserted : text[..at] + inserted + text[(at + length)..];
    }
}
