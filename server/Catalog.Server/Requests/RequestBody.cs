namespace Catalog.Server.Requests;

/// <summary>A request's body: read once, on demand, into a pooled buffer that lives until the request ends.</summary>
internal abstract class RequestBody
{
    /// <summary>The whole body; empty when there is none. Later calls return the same memory.</summary>
    public abstract ValueTask<ReadOnlyMemory<byte>> ReadAsync();
}
