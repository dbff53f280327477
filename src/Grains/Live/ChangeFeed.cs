using JmaActors.Journal;
using JmaActors.Members;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Streams;

namespace JmaActors.Live;

/// <summary>Named limits of the change feed.</summary>
public sealed record FeedLimits
{
    /// <summary>How often changes are gathered up and told.</summary>
    public TimeSpan Tick { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Stream events per second and silo; under full load what is dirty takes turns.</summary>
    public int EventsPerSecond { get; init; } = 2_000;

    /// <summary>Of them, those that only say that credits of an association's people changed: each costs its board a count.</summary>
    public int CreditEventsPerSecond { get; init; } = 100;

    /// <summary>Those that say that something waits in an office, or no longer: each costs a board that is watched a count.</summary>
    public int OfficeEventsPerSecond { get; init; } = 200;

    /// <summary>Those that say that dues of an association's people changed: each costs its board a count.</summary>
    public int DuesEventsPerSecond { get; init; } = 100;

    /// <summary>Those that carry lines of a workplace's duty list.</summary>
    public int DutyEventsPerSecond { get; init; } = 500;

    /// <summary>How often a board of working hours of a region hears that something moved there: each costs one that is watched a count.</summary>
    public TimeSpan HoursEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Lines one hint carries; a workplace where more changed is read again.</summary>
    public int DutyLines { get; init; } = 200;

    /// <summary>Member → association, kept at most; then forgotten and looked up again.</summary>
    public int DirectoryEntries { get; init; } = 250_000;

    /// <summary>How long such an entry is believed.</summary>
    public TimeSpan DirectoryLife { get; init; } = TimeSpan.FromMinutes(5);
}

/// <summary>
/// Tells derived actors of a silo's commits: coalesced, paced, as hints over Orleans streams. May lose or repeat; boards heal from the views.
/// </summary>
public sealed class ChangeFeed(IClusterClient client, IMemberDirectory members, FeedLimits limits, TimeProvider time, ILogger<ChangeFeed> log)
    : BackgroundService, ICommitListener
{
    readonly Lock gate = new();
    readonly DirtyQueue sessions = new();
    readonly DirtyQueue moved = new();
    readonly DirtyQueue credited = new();
    readonly DirtyQueue offices = new();
    readonly DirtyQueue dues = new();
    readonly Dictionary<long, string?> associations = [];
    HashSet<string> touchedSessions = new(StringComparer.Ordinal);
    HashSet<string> touchedAssociations = new(StringComparer.Ordinal);
    HashSet<long> touchedMembers = [];
    HashSet<long> touchedCredits = [];
    HashSet<string> touchedOffices = new(StringComparer.Ordinal);
    HashSet<long> touchedOfficesOf = [];
    readonly HashSet<string> touchedDues = new(StringComparer.Ordinal);
    DateTimeOffset directorySince = time.GetUtcNow();
    long told;

    /// <summary>Stream events told since the start.</summary>
    public long Told => Interlocked.Read(ref told);

    public void Committed(IReadOnlyList<Append> appends)
    {
        lock (gate)
        {
            foreach (var append in appends)
            {
                for (var i = 0; i < append.Touches.Count; i++)
                {
                    var touch = append.Touches[i];
                    switch (touch.Kind)
                    {
                        case TouchKind.Session: touchedSessions.Add(touch.Code); break;
                        case TouchKind.Association: touchedAssociations.Add(touch.Code); break;
                        case TouchKind.Member: touchedMembers.Add(touch.Number); break;
                        case TouchKind.Credits: touchedCredits.Add(touch.Number); break;
                        case TouchKind.Dues: touchedDues.Add(touch.Code); break;
                        case TouchKind.Office: touchedOffices.Add(touch.Code); break;
                        case TouchKind.OfficesOf: touchedOfficesOf.Add(touch.Number); break;
                    }
                }
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(limits.Tick);
        var streams = client.GetStreamProvider(ChangeStreams.Provider);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Gather(stoppingToken);
                await Tell(streams);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LiveLog.FeedFailed(log, e, sessions.Count + moved.Count + credited.Count + offices.Count + dues.Count);
            }
        }
    }

    async Task Gather(CancellationToken ct)
    {
        HashSet<long> changed, earned, looked;
        lock (gate)
        {
            if (touchedSessions.Count + touchedAssociations.Count + touchedMembers.Count + touchedCredits.Count + touchedOffices.Count + touchedOfficesOf.Count + touchedDues.Count == 0) return;
            sessions.Add(touchedSessions);
            moved.Add(touchedAssociations);
            (changed, touchedMembers) = (touchedMembers, []);
            (earned, touchedCredits) = (touchedCredits, []);
            (looked, touchedOfficesOf) = (touchedOfficesOf, []);
            offices.Add(touchedOffices);
            touchedOffices.Clear();
            dues.Add(touchedDues);
            touchedDues.Clear();
            touchedSessions.Clear();
            touchedAssociations.Clear();
        }
        foreach (var member in changed) associations.Remove(member);
        if (time.GetUtcNow() - directorySince > limits.DirectoryLife || associations.Count > limits.DirectoryEntries)
        {
            associations.Clear();
            directorySince = time.GetUtcNow();
        }
        var unknown = earned.Union(looked).Where(m => !associations.ContainsKey(m)).ToList();
        foreach (var page in unknown.Chunk(JournalLimits.ReadPage))
        {
            foreach (var (member, local) in await members.LocalAssociations(page, ct)) associations[member] = local;
            foreach (var member in page) associations.TryAdd(member, null);
        }
        foreach (var member in earned)
        {
            if (associations[member] is { } local) credited.Add(local);
        }
        foreach (var member in looked) AddOffices(associations[member]);
    }

    /// <summary>The offices of a member's three layers; which of them sees her, each office's own count says.</summary>
    void AddOffices(string? local)
    {
        offices.Add(AssociationId.Jma.Code);
        if (local is null) return;
        offices.Add(local);
        if (new AssociationId(local).Parent is { } prefecture) offices.Add(prefecture.Code);
    }

    async Task Tell(IStreamProvider streams)
    {
        var budget = Budget(limits.EventsPerSecond);
        await Tell(streams, ChangeStreams.Sessions, sessions, TouchedWhat.Session, budget);
        await Tell(streams, ChangeStreams.Associations, moved, TouchedWhat.Members, budget);
        await Tell(streams, ChangeStreams.Associations, credited, TouchedWhat.Credits, Budget(limits.CreditEventsPerSecond));
        await Tell(streams, ChangeStreams.Offices, offices, TouchedWhat.Office, Budget(limits.OfficeEventsPerSecond));
        await Tell(streams, ChangeStreams.Dues, dues, TouchedWhat.Dues, Budget(limits.DuesEventsPerSecond));
    }

    int Budget(int perSecond) => Math.Max(1, (int)(perSecond * limits.Tick.TotalSeconds));

    async Task Tell(IStreamProvider streams, string space, DirtyQueue dirty, TouchedWhat what, int budget)
    {
        while (budget-- > 0 && dirty.TryTake(out var key))
        {
            await streams.GetStream<ChangeHint>(StreamId.Create(space, key)).OnNextAsync(new ChangeHint(what));
            Interlocked.Increment(ref told);
        }
    }
}
