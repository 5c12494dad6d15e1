using Catalog.Clients.Tests.Python;
using Catalog.Clients.Tests.Scenarios;

namespace Catalog.Clients.Tests.DuckDb;

/// <summary>DuckDB 1.5.5 and its iceberg extension over both surfaces; the scenarios are in <c>Python/duckdb_scenarios.py</c>.</summary>
public sealed class DuckDbTests(DuckDbTests.Fixture fixture) : IClassFixture<DuckDbTests.Fixture>
{
    private static readonly string[] Scenarios =
    [
        "schemas_and_tables", "create_table_as", "updates_and_deletes", "alter_table", "transaction_over_two_tables", "time_travel",
        "conflicting_writers", "nested_schema", "format_v3", "without_staging",
    ];

    private static readonly Dictionary<ClientLogin, string[]> Plan = new()
    {
        [ClientLogin.OAuth2] = Scenarios,
        [ClientLogin.SigV4] = Scenarios,
        [ClientLogin.Bearer] = ["create_table_as"],
    };

    public static IEnumerable<TheoryDataRow<string, string>> Rows => ScenarioFixture.Rows(Plan);

    [Theory]
    [MemberData(nameof(Rows))]
    public void DuckDb_Scenario_Works(string login, string scenario) => fixture.Report(login, scenario);

    public sealed class Fixture() : ScenarioFixture(() => PythonEnvironment.ModuleAsync("duckdb_scenarios"), Plan);
}
