namespace Catalog.Persistence.Rows;

/// <summary>A row of <c>jobs</c>.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">What is to be done.</param>
/// <param name="Scope">The warehouse it is about.</param>
/// <param name="Payload">What the kind needs to know, as JSON.</param>
/// <param name="Attempts">How many times it was begun, this one included.</param>
public sealed record JobRow(long Id, string Kind, long Scope, string Payload, int Attempts);
