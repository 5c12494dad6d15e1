using Catalog.Clients.Tests.Scenarios;

namespace Catalog.Clients.Tests.JavaScript;

/// <summary>iceberg-js over both surfaces; the scenarios are in <c>JavaScript/iceberg_js_scenarios.mjs</c>.</summary>
public sealed class IcebergJsTests(IcebergJsTests.Fixture fixture) : IClassFixture<IcebergJsTests.Fixture>
{
    private static readonly string[] Scenarios = ["namespaces", "tables", "commits", "access_delegation", "warehouse_as_prefix"];

    private static readonly Dictionary<ClientLogin, string[]> Plan = new()
    {
        [ClientLogin.Bearer] = Scenarios,
        [ClientLogin.SigV4] = Scenarios,
    };

    public static IEnumerable<TheoryDataRow<string, string>> Rows => ScenarioFixture.Rows(Plan);

    [Theory]
    [MemberData(nameof(Rows))]
    public void IcebergJs_Scenario_Works(string login, string scenario) => fixture.Report(login, scenario);

    public sealed class Fixture() : ScenarioFixture(NodePackage.ScriptAsync, Plan);
}
