namespace Catalog.Server.Requests;

/// <summary>How ambiguous names of a request are read.</summary>
internal enum NameReading
{
    /// <summary><c>+</c> is a space; the query is decoded once.</summary>
    Usual,

    /// <summary><c>+</c> is a plus; <c>parent</c> is decoded twice.</summary>
    Otherwise,
}
