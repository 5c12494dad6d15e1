namespace Catalog.PowerShell.Completion;

/// <summary>Completes names of transforms.</summary>
public sealed class TransformCompleter : CatalogCompleter
{
    private protected override bool NeedsSession => false;

    private protected override IEnumerable<Candidate> Candidates(CompletionScope scope, string word) =>
    [
        new("identity", "the value itself"),
        new("year", "the year of a date or timestamp"),
        new("month", "the month of a date or timestamp"),
        new("day", "the day of a date or timestamp"),
        new("hour", "the hour of a timestamp"),
        new("bucket[16]", "a hash of the value, modulo 16"),
        new("truncate[10]", "the value cut to a width of 10"),
        new("void", "always null"),
    ];
}
