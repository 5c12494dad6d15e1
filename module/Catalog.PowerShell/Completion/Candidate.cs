namespace Catalog.PowerShell.Completion;

/// <summary>Something that may be completed to.</summary>
internal readonly record struct Candidate(string Text, string ToolTip);
