using JmaActors.Credits;
using Orleans.Runtime;
using Orleans.Runtime.Messaging;

namespace JmaActors.Web.Access;

/// <summary>
/// The only way from the web to the actors and to the documents people bring: endpoints, hub, pages and imports ask here, each with a <see cref="Caller"/>, and here it is decided
/// whether the caller may (<see cref="Scopes"/>). Every question has a deadline; one that met a moved actor or an unreachable silo is asked
/// again, which the natural keys of all commands make safe.
/// </summary>
/// <remarks>
/// Throws <see cref="OutOfScopeException"/> when the caller may not, <see cref="TryAgainException"/> when the actors could not answer in time.
/// A person the caller may not see is answered as one who does not exist.
/// </remarks>
public sealed partial class Gateway(IActors actors, BenefitRegistry benefits, IEvidenceStore evidence, TimeProvider clock, ILogger<Gateway> log)
{
    /// <summary>Passes when the caller may; else the attempt goes into the audit.</summary>
    void Require(Caller caller, Target target, string what)
    {
        if (!Scopes.Allows(caller, target)) throw new OutOfScopeException(what) { Recorded = Refuse(caller, target) };
    }

    /// <summary>Passes when the caller may do what a page is for; else the page says so, and the attempt goes into the audit.</summary>
    public void RequirePage(Caller caller, Target target) => Require(caller, target, "open a page");

    static bool SeesAll(Caller caller) => caller.Role is CallerRole.Operator or CallerRole.System;

    Task<T> Ask<TGrain, TWhat, T>(TGrain grain, TWhat what, Func<TGrain, TWhat, CancellationToken, Task<T>> question, CancellationToken ct) =>
        Ask(grain, what, question, WebLimits.Attempt, ct);

    async Task<T> Ask<TGrain, TWhat, T>(
        TGrain grain, TWhat what, Func<TGrain, TWhat, CancellationToken, Task<T>> question, TimeSpan limit, CancellationToken ct, int attempt = 1)
    {
        for (; ; attempt++)
        {
            try
            {
                return await question(grain, what, ct).WaitAsync(limit, clock, ct).ConfigureAwait(false);
            }
            catch (Exception fault) when (!ct.IsCancellationRequested && Reachability(fault) is { } reason)
            {
                if (attempt == WebLimits.Attempts) throw new TryAgainException(reason, "The actor could not be reached in time.");
                AskedAgain(log, typeof(TGrain).Name, attempt, reason);
            }

            await Task.Delay(WebLimits.AttemptPause * (1 << (attempt - 1)), clock, ct).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// A command of the busiest kinds. Once begun it is not cancelled (its answer is on its way to the disk), and its deadline is the actor call's
    /// own: a timer and a cancellation per command cost more than the decision. Asked again only when the first attempt met a moved actor.
    /// </summary>
    async Task<T> Do<TGrain, TWhat, T>(TGrain grain, TWhat what, Func<TGrain, TWhat, CancellationToken, Task<T>> question, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            return await question(grain, what, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception fault) when (Reachability(fault) is { } reason)
        {
            AskedAgain(log, typeof(TGrain).Name, 1, reason);
        }

        await Task.Delay(WebLimits.AttemptPause, clock, ct).ConfigureAwait(false);
        return await Ask(grain, what, question, WebLimits.Attempt, ct, attempt: 2).ConfigureAwait(false);
    }

    /// <summary>The stable code of a fault after which the same may be asked again at once; null for any other.</summary>
    static string? Reachability(Exception fault) => fault switch
    {
        TryAgainException { Reason: "moved" } => "moved",
        TimeoutException => "outcome-unknown",
        OrleansMessageRejectionException or ConnectionFailedException => "moved",
        _ => null,
    };

    [LoggerMessage(6001, LogLevel.Warning, "Asked {Actor} again after attempt {Attempt}: {Reason}")]
    static partial void AskedAgain(ILogger log, string actor, int attempt, string reason);
}
