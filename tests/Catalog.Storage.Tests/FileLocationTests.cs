namespace Catalog.Storage.Tests;

public sealed class FileLocationTests
{
    [Theory]
    [InlineData("file:/a/b", "/a/b")]
    [InlineData("file:///a/b", "/a/b")]
    [InlineData("file:///a/b/", "/a/b")]
    [InlineData("file:///a/b c/\u00e9+%41", "/a/b c/\u00e9+%41")]
    public void Parse_Absolute_KeepsThePath(string location, string path)
    {
        FileLocation parsed = FileLocation.Parse(location);
        parsed.Path.ShouldBe(path);
        parsed.Canonical.ShouldBe("file://" + path);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/a/b")]
    [InlineData("s3://bucket/a")]
    [InlineData("file:a")]
    [InlineData("file://host/a")]
    [InlineData("file:////a")]
    [InlineData("file:///")]
    [InlineData("file:///a//b")]
    [InlineData("file:///a/../b")]
    [InlineData("file:///a/./b")]
    [InlineData("file:///a/..")]
    [InlineData("file:///a/%2e%2E/b")]
    [InlineData("file:///a/.%2e/b")]
    [InlineData("file:///a/x%2Fy")]
    [InlineData("file:///a/x%5cy")]
    [InlineData("file:///a/x\\y")]
    [InlineData("file:///a?b")]
    [InlineData("file:///a#b")]
    [InlineData("file:///a/\u0000b")]
    [InlineData("file:///a/\nb")]
    [InlineData("file:///a/%00b")]
    [InlineData("FILE:///a")]
    public void Parse_AnythingElse_IsRefusedWithAReason(string? location)
    {
        FileLocation.TryParse(location, out _, out string? problem).ShouldBeFalse();
        problem.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("file:///w/orders", "file:/w/orders", true)]
    [InlineData("file:///w/orders/x", "file:///w/orders/", true)]
    [InlineData("file:///w/orders2", "file:///w/orders", false)]
    [InlineData("file:///w", "file:///w/orders", false)]
    [InlineData("file:///W/orders", "file:///w", false)]
    public void IsWithin_OfAFolder_EndsAtTheSlash(string location, string folder, bool within) =>
        FileLocation.Parse(location).IsWithin(FileLocation.Parse(folder)).ShouldBe(within);

    [Fact]
    public void ParsePrefix_Root_HoldsEverything() =>
        FileLocation.Parse("file:///a/b").IsWithin(FileLocation.ParsePrefix("file:///")).ShouldBeTrue();
}
