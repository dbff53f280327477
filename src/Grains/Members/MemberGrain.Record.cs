using JmaActors.Benefits;
using JmaActors.Live;

namespace JmaActors.Members;

/// <summary>The record with its dates: what was recorded when, what is in force when, and corrections of it.</summary>
sealed partial class MemberGrain
{
    // Made when somebody watches: most people are awake without being looked at.
    BoardCanvas<MemberPicture>? canvas;

    public async Task<Answer<MemberView>> CorrectMembership(CorrectMembership command, CancellationToken ct)
    {
        await Opened(ct);
        return await Commit(new PreparedMembershipCorrection(Me, command), command.Caller, MemberDecider.CorrectMembership, View, ct);
    }

    public async Task<Answer<MemberView>> CorrectIdentity(CorrectIdentity command, CancellationToken ct)
    {
        using var turn = await Turn.Take(identity, ct);
        await Opened(ct);
        var person = PersonRules.Normal(command.Person);
        // Numbers are those of whoever somebody is now: a correction of what was before that touches none.
        var newest = State.Registered && State.RecordedIdentities[^1].Version == command.Of;
        var (before, after) = (State.Identifiers, newest ? new Identifiers(person.Registry, command.Card) : State.Identifiers);
        var sound = State.Registered && State.Merged is null && !State.Knows(command.Key) && MemberDecider.Fault(State, command, person, Now) is null;
        var taken = !sound ? null : wrapped is null ? "erased" : await Claims(command.Caller).Take(before, after, ct);
        var prepared = new PreparedIdentityCorrection(Me, command, person, Seal(sound, person), taken);
        var answer = await Commit(prepared, command.Caller, MemberDecider.CorrectIdentity, View, ct);
        if (answer is { Accepted: true, Repeat: false }) await Claims(command.Caller).Leave(before, after, ct);
        return answer;
    }

    public async Task<MemberRecord?> Record(Caller caller, CancellationToken ct)
    {
        await Opened(ct);
        if (!State.Registered) return null;
        return await Durable(new MemberRecord(
            View(State, Me),
            [.. State.RecordedMemberships.TakeLast(MemberLimits.Recorded).Select(m => new RecordedMembership(m.Version, m.From, m.Membership))],
            [.. State.RecordedIdentities.TakeLast(MemberLimits.Recorded).Select(i => new RecordedIdentity(i.Version, i.From, Open(i.Sealed), i.Card))],
            MembershipPeriods.Of(State.RecordedMemberships)));
    }

    public async Task<MembershipTrial?> TryMembership(CorrectMembership command, CancellationToken ct)
    {
        await Opened(ct);
        if (!State.Registered) return null;
        var decision = MemberDecider.CorrectMembership(State, new PreparedMembershipCorrection(Me, command), new(Now, command.Caller, Version));
        var before = MembershipPeriods.Of(State.RecordedMemberships);
        var after = decision.Refusal is null ? MembershipPeriods.Of(State.RecordedMemberships, command) : before;
        return await Durable(new MembershipTrial(decision.Refusal, before, after));
    }

    public async Task<IReadOnlyList<Entitlement>?> Entitlements(DateOnly on, CancellationToken ct)
    {
        await Opened(ct);
        return await Durable(State.Registered ? book.Entitlements(State.MembershipOn(on), State.Person!.BirthDate, on) : null);
    }

    public async Task<bool> Begin(CancellationToken ct)
    {
        await Opened(ct);
        var before = Version;
        return (await Commit(Me, Caller.System, MemberDecider.Begin, static (_, _) => true, ct)).Version > before;
    }

    public Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct)
    {
        canvas ??= new BoardCanvas<MemberPicture>($"member/{Me}/record", Services.Time, Draw, Services.Log);
        return canvas.Watch(observer, since);
    }

    public Task Unwatch(IBoardObserver observer, CancellationToken ct)
    {
        canvas?.Unwatch(observer);
        return Task.CompletedTask;
    }

    protected override bool Follows => canvas is not null;

    protected override void Committed() => canvas?.Hint();

    async ValueTask<MemberPicture?> Draw() => await Durable(State.Registered ? new MemberPicture(Me.ToString(), Version) : null);
}
