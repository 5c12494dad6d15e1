namespace Catalog.Sdk.Resilience;

/// <summary>What is known of one call over all its attempts. It travels with the request message.</summary>
internal sealed class CallState
{
    public static readonly HttpRequestOptionsKey<CallState> Key = new("Catalog.Sdk.Call");

    /// <summary>When the call began, in ticks of the client's clock.</summary>
    public long Started { get; init; }

    /// <summary>How many requests went out on the wire.</summary>
    public int Attempts { get; set; }

    /// <summary>Whether the request may be repeated although its outcome is not known: a read, or a mutation under a key that the server honours.</summary>
    public bool Replayable { get; init; }

    /// <summary>Whether the request can change anything.</summary>
    public bool IsMutation { get; init; }

    /// <summary>Whether an attempt ended in a way that leaves open whether the server did what was asked.</summary>
    public bool MayHaveBeenApplied { get; set; }

    /// <summary>The wait that was decided on before the next attempt.</summary>
    public TimeSpan NextDelay { get; set; }
}
