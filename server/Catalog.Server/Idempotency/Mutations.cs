using Catalog.Core;
using Catalog.Server.Answers;
using Catalog.Server.Errors;
using Catalog.Server.Requests;

namespace Catalog.Server.Idempotency;

/// <summary>
/// Carries out changes. With an <c>Idempotency-Key</c> the answer is kept in the change's own transaction and given again
/// to whoever repeats the request.
/// </summary>
internal sealed class Mutations(Receipts receipts)
{
    /// <summary>Carries out a change once and answers it.</summary>
    /// <param name="call">The request.</param>
    /// <param name="scope">The warehouse's name; empty where there is none.</param>
    /// <param name="answer">How the result is answered.</param>
    /// <param name="change">The change; it hands the receipt on to the service.</param>
    public async Task RunAsync<T>(CatalogCall call, string scope, Answer<T> answer, Func<IdempotentCall?, Task<T>> change)
    {
        if (IdempotencyKeys.Of(call.Context.Request) is not { } key)
        {
            T result = await change(null).ConfigureAwait(false);
            await answer.WriteAsync(call.Context, result).ConfigureAwait(false);
            return;
        }

        byte[] fingerprint = IdempotencyKeys.Fingerprint(call, (await call.Body.ReadAsync().ConfigureAwait(false)).Span);
        await AnswerWriter.WriteAsync(call.Context, await RunOnceAsync(call, scope, key, fingerprint, answer, change).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private async Task<StoredAnswer> RunOnceAsync<T>(
        CatalogCall call, string scope, Guid key, byte[] fingerprint, Answer<T> answer, Func<IdempotentCall?, Task<T>> change)
    {
        while (true)
        {
            using ReceiptTurn turn = await receipts.TakeTurnAsync(call.Caller.Principal, scope, key, fingerprint).ConfigureAwait(false);
            if (turn.Answer is { } earlier)
            {
                return earlier;
            }

            try
            {
                return answer.Render(await change(turn.Call(result => answer.Render((T)result!))).ConfigureAwait(false));
            }
            catch (DuplicateCallException)
            {
                // Another process was faster: its receipt is there now.
            }
            catch (CatalogException refusal) when (!call.CanReadOtherwise && refusal is not IdempotencyKeyReusedException)
            {
                if (ErrorMap.Describe(refusal, call.Profile.Errors, call.Route.IsRename) is not { IsFinal: true } error)
                {
                    throw;
                }

                return await receipts.StoreRefusalAsync(turn, new StoredAnswer(error.Status, ErrorWriter.Body(error))).ConfigureAwait(false);
            }
        }
    }
}
