namespace Catalog.Clients.Tests.Scenarios;

/// <summary>How one scenario of a script ended: <c>passed</c>, <c>failed</c> or <c>skipped</c>.</summary>
internal sealed record ScenarioResult(string Name, string Outcome, string Detail, double Seconds);
