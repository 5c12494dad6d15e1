using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Catalog.Sdk.Errors;
using Catalog.Sdk.Telemetry;
using Catalog.Sdk.Tests.Wire;

namespace Catalog.Sdk.Tests.Telemetry;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Calls_AreTracedAndMeasuredByOperationAndOutcome()
    {
        string host = $"h{Guid.NewGuid():N}.test";
        ConcurrentQueue<Activity> spans = new();
        ConcurrentQueue<string> durations = new();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == CatalogTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var meters = new MeterListener { InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Name == CatalogTelemetry.CallDuration)
            {
                l.EnableMeasurementEvents(instrument);
            }
        } };
        meters.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            Dictionary<string, object?> named = tags.ToArray().ToDictionary();
            if (Equals(named["server.address"], host))
            {
                durations.Enqueue($"{named["catalog.operation"]} {named["outcome"]}");
            }
        });
        meters.Start();
        var server = new ScriptedServer();
        server.On("GET", "/good", () => ScriptedServer.Json("""{"namespace":["good"]}"""));
        server.On("GET", "/bad", () => ScriptedServer.Error(404, "NoSuchNamespaceException"));
        using PlanasonixClient client = TestClient.Planasonix(server, configure: o => o.Endpoint = new Uri($"http://{host}"));

        await client.Catalog.GetNamespaceAsync("good");
        await Should.ThrowAsync<NoSuchNamespaceException>(() => client.Catalog.GetNamespaceAsync("bad"));

        Activity[] mine = [.. spans.Where(s => Equals(s.GetTagItem("server.address"), host))];
        mine.Select(s => s.GetTagItem("catalog.target")).ShouldBe(["good", "bad"]);
        mine[1].Status.ShouldBe(ActivityStatusCode.Error);
        mine[1].GetTagItem("http.response.status_code").ShouldBe(404);
        durations.ShouldBe(["get_namespace ok", "get_namespace NoSuchNamespaceException"]);
    }
}
