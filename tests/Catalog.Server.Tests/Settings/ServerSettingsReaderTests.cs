using Catalog.Server.Settings;
using Microsoft.Extensions.Configuration;

namespace Catalog.Server.Tests.Settings;

public sealed class ServerSettingsReaderTests
{
    [Fact]
    public void Read_Nothing_GivesTheDefaults()
    {
        ServerSettings settings = Read([], out IReadOnlyList<string> failures);

        failures.ShouldBeEmpty();
        settings.Urls.ShouldBe(["http://127.0.0.1:8181"]);
        settings.DataPath.ShouldBe(Path.Combine(Environment.CurrentDirectory, "data"));
        settings.AllowedLocations.ShouldBeEmpty();
        settings.RateLimitsEnabled.ShouldBeTrue();
        settings.AIStor.PurgeByDefault.ShouldBeTrue();
        settings.AIStor.RefuseLocation.ShouldBeFalse();
    }

    [Fact]
    public void Read_ListByIndex_KeepsAll()
    {
        ServerSettings settings = Read(
            [new("Warehouses:AllowedLocations:0", "file:///a/"), new("Warehouses:AllowedLocations:1", "file:/b")], out IReadOnlyList<string> failures);

        failures.ShouldBeEmpty();
        settings.AllowedLocations.ShouldBe(["file:///a/", "file:/b"]);
    }

    [Fact]
    public void Read_SeveralWrong_NamesEveryOne()
    {
        _ = Read(
            [
                new("urls", "ftp://x"),
                new("Limits:BodyBytes", "much"),
                new("Limits:JsonDepth", "1"),
                new("RateLimits:Enabled", "perhaps"),
                new("Bootstrap:PlanasonixKey", "short"),
                new("Bootstrap:AIStorAccessKey", "AAAAAAAAAAAAAAAAAAAAAA"),
                new("Warehouses:AllowedLocations:0", "/no/scheme?q"),
            ],
            out IReadOnlyList<string> failures);

        failures.Select(f => f[..f.IndexOf(": ", StringComparison.Ordinal)]).ShouldBe(
            ["urls", "Warehouses:AllowedLocations", "Limits:BodyBytes", "Limits:JsonDepth", "RateLimits:Enabled", "Bootstrap:PlanasonixKey", "Bootstrap:AIStorAccessKey"],
            ignoreOrder: true);
    }

    [Fact]
    public void Read_WrongCredential_NeverRepeatsIt()
    {
        _ = Read([new("Bootstrap:PlanasonixKey", "tooshort")], out IReadOnlyList<string> failures);

        failures.ShouldHaveSingleItem().ShouldNotContain("tooshort");
    }

    [Fact]
    public void Read_SectionsOfSurfacesNotBuilt_IgnoresThem()
    {
        _ = Read([new("Eddytor:Anything", "x"), new("Storage:S3:Endpoint", "y")], out IReadOnlyList<string> failures);

        failures.ShouldBeEmpty();
    }

    private static ServerSettings Read(KeyValuePair<string, string?>[] values, out IReadOnlyList<string> failures) =>
        ServerSettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), out failures);
}
