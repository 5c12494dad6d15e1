namespace Catalog.Clients.Tests.Scenarios;

/// <summary>The command that runs a script of scenarios; their names follow its arguments.</summary>
public sealed record ScriptProgram(string Program, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment);
