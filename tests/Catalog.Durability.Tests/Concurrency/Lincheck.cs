using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Catalog.Testing.Clients;

namespace Catalog.Durability.Tests.Concurrency;

/// <summary>A history of compare-and-swap and read operations, and the checker that judges whether it is linearizable.</summary>
internal sealed class Lincheck
{
    private readonly ConcurrentQueue<Operation> _history = new();

    public int Count => _history.Count;

    public static long Now => Stopwatch.GetTimestamp() * (1_000_000_000L / Stopwatch.Frequency);

    public void Swap(int client, string key, string expect, string value, long call, bool? ok) =>
        _history.Enqueue(new Operation(client, call, ok is null ? long.MaxValue : Now, key, "cas", expect, value, ok));

    public void Read(int client, string key, string value, long call) =>
        _history.Enqueue(new Operation(client, call, Now, key, "read", "", value, true));

    /// <summary>The checker's exit code (0: linearizable) and what it says.</summary>
    public async Task<(int Verdict, string Text)> JudgeAsync(string program)
    {
        string file = Path.Combine(TestClients.Cache, $"history-{Guid.NewGuid():N}.jsonl");
        await File.WriteAllLinesAsync(file, _history.Select(operation => JsonSerializer.Serialize(operation, Web)));
        using Process process = Process.Start(new ProcessStartInfo(program, ["-timeout", "1m", file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        string text = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode == 0)
        {
            File.Delete(file);
        }

        return (process.ExitCode, text);
    }

    private static JsonSerializerOptions Web { get; } = new(JsonSerializerDefaults.Web);

    private sealed record Operation(int Client, long Call, long Return, string Key, string Op, string Expect, string Value, bool? Ok);
}
