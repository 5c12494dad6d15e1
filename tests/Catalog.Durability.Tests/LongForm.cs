namespace Catalog.Durability.Tests;

/// <summary>
/// How often the long loops run: a short form in <c>dotnet test</c>, the full one when <c>CATALOG_TEST_ROUNDS</c> says
/// how many rounds (200 is the release's measure).
/// </summary>
internal static class LongForm
{
    public const string Variable = "CATALOG_TEST_ROUNDS";

    public static int Rounds(int brief) =>
        int.TryParse(Environment.GetEnvironmentVariable(Variable), out int rounds) ? rounds : brief;

    /// <summary>Some for loops that matter less: a part of the rounds.</summary>
    public static int Part(int brief, int divisor) =>
        int.TryParse(Environment.GetEnvironmentVariable(Variable), out int rounds) ? Math.Max(brief, rounds / divisor) : brief;
}
