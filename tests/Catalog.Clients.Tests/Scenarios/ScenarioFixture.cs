using Catalog.Testing;

namespace Catalog.Clients.Tests.Scenarios;

/// <summary>Runs all scenarios of a script once for each login, against one server; the tests then read their results.</summary>
public abstract class ScenarioFixture(Func<Task<(ScriptProgram? Script, string Reason)>> prepare, IReadOnlyDictionary<ClientLogin, string[]> plan) : IAsyncLifetime
{
    private readonly Dictionary<(string Login, string Scenario), ScenarioResult> _results = [];
    private string? _reason;

    public async ValueTask InitializeAsync()
    {
        (ScriptProgram? script, string reason) = await prepare().ConfigureAwait(false);
        if (script is null)
        {
            _reason = reason;
            return;
        }

        await using ServerProcess server = await ServerProcess.StartAsync().ConfigureAwait(false);
        (string Login, IReadOnlyDictionary<string, ScenarioResult> Results)[] runs = await Task.WhenAll(plan.Select(async login =>
            (login.Key.Name, await ScenarioScript.RunAsync(script, server, login.Key, login.Value).ConfigureAwait(false)))).ConfigureAwait(false);
        foreach ((string login, IReadOnlyDictionary<string, ScenarioResult> results) in runs)
        {
            foreach (ScenarioResult result in results.Values)
            {
                _results[(login, result.Name)] = result;
            }
        }
    }

    /// <summary>Makes a scenario's result the result of the running test.</summary>
    public void Report(string login, string scenario)
    {
        Assert.SkipWhen(_reason is not null, _reason ?? "");
        ScenarioResult result = _results[(login, scenario)];
        Assert.SkipWhen(result.Outcome == "skipped", result.Detail);
        Assert.True(result.Outcome == "passed", result.Detail);
    }

    /// <summary>The theory rows of a plan.</summary>
    public static IEnumerable<TheoryDataRow<string, string>> Rows(IReadOnlyDictionary<ClientLogin, string[]> plan) =>
        plan.SelectMany(login => login.Value.Select(scenario => new TheoryDataRow<string, string>(login.Key.Name, scenario)));

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
