using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Catalog.Core;
using Microsoft.IdentityModel.Tokens;

namespace Catalog.Server.Tests.Authentication;

public sealed class TokenForgeryTests
{
    [Fact]
    public async Task Authenticate_AnyPartOfATokenChanged_IsRefused()
    {
        await using BearerFixture fixture = new();
        string token = await fixture.TokenAsync((await fixture.KeyAsync()).Text);
        for (int i = 0; i < token.Length; i++)
        {
            // The last character of each part holds bits that say nothing; the library decodes it strictly or not at all.
            string altered = token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..];
            if (!SameBytes(token, altered))
            {
                await Should.ThrowAsync<NotAuthenticatedException>(() => fixture.BearAsync(altered), $"character {i}");
            }
        }
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS384")]
    [InlineData("HS512")]
    [InlineData("RS256")]
    public async Task Authenticate_OtherAlgorithm_IsRefused(string algorithm)
    {
        await using BearerFixture fixture = new();
        string token = await fixture.TokenAsync((await fixture.KeyAsync()).Text);
        await Should.ThrowAsync<NotAuthenticatedException>(() => fixture.BearAsync(Resign(fixture, token, header => header["alg"] = algorithm, _ => { })));
    }

    [Theory]
    [InlineData("iss", "someone else")]
    [InlineData("aud", "another service")]
    [InlineData("key", "not a number")]
    [InlineData("exp", null)]
    [InlineData("iss", null)]
    [InlineData("aud", null)]
    [InlineData("key", null)]
    public async Task Authenticate_SignedByUsButNotForUs_IsRefused(string claim, string? value)
    {
        await using BearerFixture fixture = new();
        string token = await fixture.TokenAsync((await fixture.KeyAsync()).Text);
        await fixture.BearAsync(Resign(fixture, token, _ => { }, _ => { }));
        string forged = Resign(fixture, token, _ => { }, payload =>
        {
            if (value is null)
            {
                payload.Remove(claim);
            }
            else
            {
                payload[claim] = value;
            }
        });
        await Should.ThrowAsync<NotAuthenticatedException>(() => fixture.BearAsync(forged));
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("../../../../etc/hostname")]
    [InlineData(null)]
    public async Task Authenticate_KeyIdOfNoKeyOfOurs_IsRefused(string? id)
    {
        await using BearerFixture fixture = new();
        string token = await fixture.TokenAsync((await fixture.KeyAsync()).Text);
        string forged = Resign(fixture, token, header =>
        {
            header.Remove("kid");
            if (id is not null)
            {
                header["kid"] = id;
            }
        }, _ => { });
        await Should.ThrowAsync<NotAuthenticatedException>(() => fixture.BearAsync(forged));
    }

    // What a thief of the signing key could make; used to see which checks stand beside the signature.
    private static string Resign(BearerFixture fixture, string token, Action<JsonObject> changeHeader, Action<JsonObject> changePayload)
    {
        string[] parts = token.Split('.');
        JsonObject header = JsonNode.Parse(Base64UrlEncoder.Decode(parts[0]))!.AsObject(), payload = JsonNode.Parse(Base64UrlEncoder.Decode(parts[1]))!.AsObject();
        changeHeader(header);
        changePayload(payload);
        byte[] key = File.ReadAllBytes(Directory.GetFiles(Path.Combine(fixture.Store.Folder, "keys"), "token-*.key").Single());
        string text = $"{Base64UrlEncoder.Encode(header.ToJsonString())}.{Base64UrlEncoder.Encode(payload.ToJsonString())}";
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        byte[] signature = header["alg"]!.GetValue<string>() switch
        {
            "none" => [],
            "HS384" => HMACSHA384.HashData(key, bytes),
            "HS512" => HMACSHA512.HashData(key, bytes),
            _ => HMACSHA256.HashData(key, bytes),
        };
        return $"{text}.{Base64UrlEncoder.Encode(signature)}";
    }

    private static bool SameBytes(string token, string altered)
    {
        string[] left = token.Split('.'), right = altered.Split('.');
        return left.Length == right.Length && left.Zip(right).All(pair => Decoded(pair.First).SequenceEqual(Decoded(pair.Second)));
    }

    private static byte[] Decoded(string part)
    {
        try
        {
            return Base64UrlEncoder.DecodeBytes(part);
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
