using System.Collections.Concurrent;
using Catalog.Testing.Rest;

namespace Catalog.Durability.Tests.Writers;

/// <summary>What the server acknowledged, what it refused, and what is on its way.</summary>
internal sealed class CommitLog
{
    private int _inFlight;

    public ConcurrentQueue<Acknowledged> Commits { get; } = new();

    public ConcurrentQueue<string> Refusals { get; } = new();

    public ConcurrentQueue<string> Unknown { get; } = new();

    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>Runs one request; a broken connection leaves its outcome unknown.</summary>
    public async Task<RawAnswer?> TrackAsync(string what, Func<Task<RawAnswer>> send)
    {
        Interlocked.Increment(ref _inFlight);
        try
        {
            RawAnswer answer = await send();
            if (answer.Status is < 200 or >= 300)
            {
                Refusals.Enqueue($"{what}: {answer.Status} {answer.Text}");
                return null;
            }

            return answer;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
        {
            Unknown.Enqueue(what);
            return null;
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    /// <summary>Commits one property of its own name and keeps the answer when it was acknowledged.</summary>
    public async Task<bool> CommitAsync(RawCatalog catalog, string target, string key)
    {
        RawAnswer? answer = await TrackAsync($"commit {target} {key}", () => Tables.SetPropertyAsync(catalog, target, key, "set"));
        if (answer is null)
        {
            return false;
        }

        Commits.Enqueue(new Acknowledged(target, key, answer.MetadataLocation ?? throw new InvalidOperationException("A commit's answer has no metadata-location.")));
        return true;
    }

    public sealed record Acknowledged(string Target, string Key, string MetadataLocation);
}
