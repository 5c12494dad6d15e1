using Catalog.Clients.Tests.Python;
using Catalog.Clients.Tests.Scenarios;

namespace Catalog.Clients.Tests.PyIceberg;

/// <summary>PyIceberg 0.12 over both surfaces and all kinds of authentication; the scenarios are in <c>Python/pyiceberg_scenarios.py</c>.</summary>
public sealed class PyIcebergTests(PyIcebergTests.Fixture fixture) : IClassFixture<PyIcebergTests.Fixture>
{
    private static readonly string[] Scenarios =
    [
        "namespaces", "nested_namespaces", "create_append_scan", "schema_evolution", "partition_evolution", "transactions", "rename",
        "drop_and_purge", "register", "staged_create", "deletes_and_overwrites", "time_travel_and_refs", "concurrent_writers",
        "error_mapping", "odd_names", "formats_v1_and_v3", "views_are_absent_cleanly", "credentials_in_config",
    ];

    private static readonly Dictionary<ClientLogin, string[]> Plan = new()
    {
        [ClientLogin.OAuth2] = Scenarios,
        [ClientLogin.SigV4] = Scenarios,
        [ClientLogin.Bearer] = ["create_append_scan", "error_mapping"],
    };

    public static IEnumerable<TheoryDataRow<string, string>> Rows => ScenarioFixture.Rows(Plan);

    [Theory]
    [MemberData(nameof(Rows))]
    public void PyIceberg_Scenario_Works(string login, string scenario) => fixture.Report(login, scenario);

    public sealed class Fixture() : ScenarioFixture(() => PythonEnvironment.ModuleAsync("pyiceberg_scenarios"), Plan);
}
