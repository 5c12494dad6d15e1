using Catalog.Server.Routing;

namespace Catalog.Server.Tests.Routing;

public sealed class RawNameTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a%2Fb", "a/b")]
    [InlineData("a%252Fb", "a%2Fb")]
    [InlineData("a%20b", "a b")]
    [InlineData("a+b", "a b")]
    [InlineData("a%2Bb", "a+b")]
    [InlineData("%C3%A9t%C3%A9", "été")]
    [InlineData("été", "été")]
    [InlineData("%F0%9F%90%8B", "🐋")]
    [InlineData("%2E%2E", "..")]
    [InlineData("a%251Fb", "a%1Fb")]
    [InlineData("", "")]
    public void TryDecode_Encoded_GivesTheName(string raw, string expected)
    {
        RawName.TryDecode(raw, plusIsSpace: true, out string name).ShouldBeTrue();

        name.ShouldBe(expected);
    }

    [Fact]
    public void TryDecode_PlusIsNotSpace_KeepsThePlus()
    {
        RawName.TryDecode("a+b%20c", plusIsSpace: false, out string name).ShouldBeTrue();

        name.ShouldBe("a+b c");
    }

    [Theory]
    [InlineData("%")]
    [InlineData("a%2")]
    [InlineData("%zz")]
    [InlineData("%+1")]
    [InlineData("%C3")]
    [InlineData("%FF%FE")]
    [InlineData("%ED%A0%80")]
    [InlineData("%C0%AF")]
    public void TryDecode_NotPercentEncodedUtf8_IsRefused(string raw) =>
        RawName.TryDecode(raw, plusIsSpace: true, out _).ShouldBeFalse();

    [Theory]
    [InlineData("a", new[] { "a" })]
    [InlineData("a%1Fb", new[] { "a", "b" })]
    [InlineData("a%1fb%1Fc", new[] { "a", "b", "c" })]
    [InlineData("a%251Fb", new[] { "a%1Fb" })]
    [InlineData("a.b%1Fc%2Fd", new[] { "a.b", "c/d" })]
    [InlineData("%1F", new[] { "", "" })]
    [InlineData("a%11%1Fb", new[] { "a\u0011", "b" })]
    public void TryDecodeLevels_Separated_SplitsBeforeDecoding(string raw, string[] expected)
    {
        RawName.TryDecodeLevels(raw, plusIsSpace: true, out string[] levels).ShouldBeTrue();

        levels.ShouldBe(expected);
    }

    [Fact]
    public void TryDecode_Long_GivesTheName()
    {
        string name = string.Concat(Enumerable.Repeat("é/ %", 500));

        RawName.TryDecode(Uri.EscapeDataString(name), plusIsSpace: true, out string decoded).ShouldBeTrue();

        decoded.ShouldBe(name);
    }
}
