using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using JmaActors.Accounts;
using JmaActors.Web.Access;

namespace JmaActors.Web.Accounts;

/// <summary>
/// Who asks, from what a request shows. What an account may do is asked of its actor once and believed for <see cref="SignInLimits.Believed"/>, unless word
/// comes that it has changed: a request costs a look into memory. Whoever is connected is told when a right ends.
/// </summary>
public sealed partial class AccessBook(Gateway gateway, TimeProvider clock, ILogger<AccessBook> log) : BackgroundService, IAccountObserver
{
    readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, bool> _met = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, ConcurrentDictionary<Presence, bool>> _present = new(StringComparer.Ordinal);

    /// <summary>Whoever comes must not be put into a table that goes with the last who leaves.</summary>
    readonly Lock _coming = new();

    /// <summary>How often word came, by the place of an account: enough that few share one.</summary>
    readonly long[] _words = new long[1024];

    IAccountObserver? _reference;
    long _epoch;

    /// <summary>Who is signed in under a session; null when it has ended.</summary>
    public async ValueTask<Asked?> OfSession(string account, string session, CancellationToken ct) => (await Of(account, ct).ConfigureAwait(false)).Session(session, clock.GetUtcNow());

    /// <summary>Whose token this is, as far as it is believed without asking; null when somebody has to be asked.</summary>
    public Asked? Believed(BearerToken token) => Fresh(token.Account) is { } known ? Holder(known, token) : null;

    /// <summary>Whose token this is; null when it does not hold.</summary>
    public async ValueTask<Asked?> OfToken(BearerToken token, CancellationToken ct) => Holder(await Of(token.Account, ct).ConfigureAwait(false), token);

    /// <summary>Whose token this is that was issued after its account was last asked, before <paramref name="arrived"/>; null when it does not hold, or is no newer.</summary>
    public async ValueTask<Asked?> OfNewToken(BearerToken token, long arrived, CancellationToken ct)
    {
        if (!Remembers(token.Account)) return null;
        if (Fresh(token.Account) is { } known)
        {
            if (Holder(known, token) is { } holder) return holder;
            if (known.Since >= arrived || known.Knows(token.Id)) return null;
        }

        return Holder(await Ask(token.Account, ct).ConfigureAwait(false), token);
    }

    Asked? Holder(Known known, BearerToken token) =>
        known.Token(token.Id, clock.GetUtcNow()) is { } found && CryptographicOperations.FixedTimeEquals(found.Hash, token.Hash) ? found.Asked : null;

    /// <summary>Who a connection belongs to that was let in before; null when its session or token has ended.</summary>
    public async ValueTask<Asked?> Of(ClaimsPrincipal who, CancellationToken ct)
    {
        if (who.Account() is not { } account) return null;
        var known = await Of(account, ct).ConfigureAwait(false);
        if (who.Session() is { } session) return known.Session(session, clock.GetUtcNow());
        return who.Token() is { } token ? known.Token(token, clock.GetUtcNow())?.Asked : null;
    }

    /// <summary>There is such an account, as far as this node has met it: to ask for it wakes nobody who was made up.</summary>
    public bool Remembers(string account) => _met.ContainsKey(account);

    /// <summary>Has <paramref name="changed"/> called once what this somebody may do is not what it was, or that it has ended.</summary>
    public IDisposable Attend(Asked asked, Action changed)
    {
        var presence = new Presence(this, asked, changed);
        lock (_coming) _present.GetOrAdd(asked.Account, static _ => new()).TryAdd(presence, true);
        return presence;
    }

    /// <summary>An account has changed: nothing known of it is believed any more.</summary>
    public Task Changed(string account)
    {
        Interlocked.Increment(ref Word(account));
        _known.TryRemove(account, out _);
        if (_present.ContainsKey(account)) _ = Tell(account);
        return Task.CompletedTask;
    }

    Known? Fresh(string account) => _known.TryGetValue(account, out var known) && clock.GetElapsedTime(known.Since) < SignInLimits.Believed ? known : null;

    async ValueTask<Known> Of(string account, CancellationToken ct) => Fresh(account) ?? await Ask(account, ct).ConfigureAwait(false);

    async ValueTask<Known> Ask(string account, CancellationToken ct)
    {
        var word = Volatile.Read(ref Word(account));
        var since = clock.GetTimestamp();
        var standing = await gateway.AccountStanding(account, ct).ConfigureAwait(false);
        var known = new Known(standing, since, clock.GetUtcNow(), id => gateway.MarkUsed(account, id));
        if (!known.Exists) return known;
        if (_known.Count >= SignInLimits.Remembered) Forget();
        if (_met.Count >= SignInLimits.Remembered) _met.Clear();
        _met[account] = true;
        // What was asked before word came of a change, or before somebody else asked, is good for this once and not for those who come after.
        if (word != Volatile.Read(ref Word(account))) return known;
        _known.AddOrUpdate(account, known, (_, other) => other.Since > known.Since ? other : known);
        if (word != Volatile.Read(ref Word(account))) _known.TryRemove(new(account, known));
        return known;
    }

    /// <summary>Counts the changes of an account, and of others that share its place.</summary>
    ref long Word(string account) => ref _words[(uint)account.GetHashCode(StringComparison.Ordinal) % (uint)_words.Length];

    /// <summary>Lets go of what is not believed any more; of everything only when that is not enough.</summary>
    void Forget()
    {
        foreach (var (account, known) in _known)
        {
            if (clock.GetElapsedTime(known.Since) >= SignInLimits.Believed) _known.TryRemove(account, out _);
        }
        if (_known.Count >= SignInLimits.Remembered) _known.Clear();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _reference = gateway.ReferAccounts(this);
        gateway.AccountChanged += account => Changed(account);
        using var timer = new PeriodicTimer(SignInLimits.Round, clock);
        do
        {
            await Follow(stoppingToken).ConfigureAwait(false);
            foreach (var account in _present.Keys) await Tell(account).ConfigureAwait(false);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    /// <summary>Says that nobody need wait for this node any more.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        if (_reference is null) return;
        // Where the actors have gone already, nobody waits.
        await gateway.UnfollowAccounts(_reference, cancellationToken).WaitAsync(SignInLimits.Leaving, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    async Task Follow(CancellationToken ct)
    {
        try
        {
            var epoch = await gateway.FollowAccounts(_reference!, ct).ConfigureAwait(false);
            if (epoch == Interlocked.Exchange(ref _epoch, epoch)) return;
            for (var i = 0; i < _words.Length; i++) Interlocked.Increment(ref _words[i]);
            _known.Clear();
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            // Until it can be reached, what is known is believed for its time and no longer.
            NotFollowed(log, fault);
        }
    }

    async Task Tell(string account)
    {
        try
        {
            if (!_present.TryGetValue(account, out var present)) return;
            foreach (var presence in present.Keys)
            {
                var now = await Of(presence.Asked.Principal, CancellationToken.None).ConfigureAwait(false);
                if (now?.Caller == presence.Asked.Caller && now is not null) continue;
                present.TryRemove(presence, out _);
                presence.Tell();
            }
        }
        catch (Exception fault)
        {
            NotTold(log, fault);
        }
    }

    void Leave(Presence presence)
    {
        lock (_coming)
        {
            if (!_present.TryGetValue(presence.Asked.Account, out var present)) return;
            present.TryRemove(presence, out _);
            if (present.IsEmpty) _present.TryRemove(new(presence.Asked.Account, present));
        }
    }

    [LoggerMessage(6301, LogLevel.Warning, "Changes of accounts could not be followed")]
    static partial void NotFollowed(ILogger log, Exception fault);

    [LoggerMessage(6302, LogLevel.Warning, "Whether somebody connected still may be could not be told")]
    static partial void NotTold(ILogger log, Exception fault);

    sealed class Presence(AccessBook book, Asked asked, Action changed) : IDisposable
    {
        public Asked Asked => asked;

        public void Tell() => changed();

        public void Dispose() => book.Leave(this);
    }
}
