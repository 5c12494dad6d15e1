using Catalog.Server.Requests;

namespace Catalog.Server.Tests.Authentication;

/// <summary>A body that is already here, and tells whether anybody asked for it.</summary>
internal sealed class MemoryBody(ReadOnlyMemory<byte> bytes) : RequestBody
{
    public bool WasRead { get; private set; }

    public override ValueTask<ReadOnlyMemory<byte>> ReadAsync()
    {
        WasRead = true;
        return new(bytes);
    }
}
