namespace Catalog.Module.Tests.Running;

/// <summary>How one <c>It</c> of a Pester suite ended.</summary>
public sealed record PesterResult(string File, string Name, string Result, string? Message, double Milliseconds);
