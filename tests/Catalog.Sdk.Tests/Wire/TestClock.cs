using Microsoft.Extensions.Time.Testing;

namespace Catalog.Sdk.Tests.Wire;

/// <summary>Lets a call run on a clock that only the test moves.</summary>
internal static class TestClock
{
    /// <summary>Moves the clock on, step by step, until the call has ended.</summary>
    public static async Task<T> RunAsync<T>(this FakeTimeProvider time, Task<T> call, TimeSpan? step = null)
    {
        while (!call.IsCompleted)
        {
            await Task.WhenAny(call, Task.Delay(1));
            if (!call.IsCompleted)
            {
                time.Advance(step ?? TimeSpan.FromMilliseconds(50));
            }
        }

        return await call;
    }

    public static Task RunAsync(this FakeTimeProvider time, Task call, TimeSpan? step = null) =>
        time.RunAsync(call.ContinueWith(
            t =>
            {
                t.GetAwaiter().GetResult();
                return true;
            },
            TaskScheduler.Default), step);
}
