using JmaActors.Associations;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Live;
using JmaActors.Members;
using Microsoft.Extensions.Logging;

namespace JmaActors.Alerts;

/// <summary>An inbox; see <see cref="IAlertBoxGrain"/>.</summary>
[GrainType(AlertBoxLedger.Name)]
sealed class AlertBoxGrain : LedgerGrain<AlertBoxState, AlertBoxEvent>, IAlertBoxGrain
{
    readonly AlertBoxLedger ledger;
    readonly IMemberDirectory people;
    readonly AssociationNames associations;
    readonly BoardCanvas<AlertPicture> canvas;
    (long UpTo, int Attempt, DateTimeOffset Until) taken;

    public AlertBoxGrain(LedgerServices services, AlertBoxLedger ledger, IMemberDirectory people, AssociationNames associations, ILogger<AlertBoxGrain> log) : base(services, ledger)
    {
        (this.ledger, this.people, this.associations) = (ledger, people, associations);
        canvas = new BoardCanvas<AlertPicture>($"alerts/{Key}", services.Time, async () => await Durable(Picture(State)), log);
    }

    CallerRole Role => AlertBoxId.TryParse(Key, out var box) ? box.Role : default;

    public async Task<AlertPage> Read(long? before, Caller caller, CancellationToken ct)
    {
        var held = State.Alerts.AsEnumerable().Reverse().SkipWhile(a => a.Number >= (before ?? long.MaxValue)).Take(AlertLimits.Page + 1).ToList();
        var shown = held.Take(AlertLimits.Page).ToList();
        var unread = State.Unread;
        var names = Role == CallerRole.Member || shown.Count == 0 ? null : await people.Names([.. shown.Select(a => a.Member).Distinct()], null, ct).OrTryAgain();
        var places = await Places(shown, ct);
        return await Durable(new AlertPage([.. shown.Select(a => Line(a, names?.GetValueOrDefault(a.Member) ?? "", places))], unread, held.Count > shown.Count ? shown[^1].Number : null));
    }

    public Task<Answer<AlertPicture>> MarkRead(MarkAlertsRead command, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(command.Numbers.Count, AlertLimits.Page);
        return Commit(command, command.Caller, AlertBoxDecider.MarkRead, static (s, _) => Picture(s), ct);
    }

    public Task<AlertChoices> Choices(Caller caller, CancellationToken ct) => Durable(Chosen(State));

    public Task<Answer<AlertChoices>> Choose(ChooseAlerts command, CancellationToken ct) =>
        Commit((command, Role, ledger.Policy(Now)), command.Caller, AlertBoxDecider.Choose, (s, _) => Chosen(s), ct);

    public async Task<AlertLetter?> TakeLetter(CancellationToken ct)
    {
        var places = await Places(State.Waiting, ct);
        if (LetterRules.Due(State, ledger.Policy(Now)) is not { } due || due > Now || Now < taken.Until) return await Durable<AlertLetter?>(null);
        var waiting = State.Waiting.ToList();
        // One that was given out in vain is given out as it was, so that nobody gets half of it twice.
        var upTo = taken.UpTo >= waiting[0].Number ? taken.UpTo : waiting[^1].Number;
        taken = (upTo, taken.UpTo == upTo ? taken.Attempt + 1 : 1, Now + AlertLimits.LetterHeld);
        return await Durable<AlertLetter?>(new AlertLetter(Key, upTo, [.. waiting.Where(a => a.Number <= upTo).Select(a => Line(a, "", places))], taken.Attempt));
    }

    public async Task<Answer<AlertPicture>> LetterSent(long letter, int recipients, CancellationToken ct)
    {
        var answer = await Commit((letter, recipients), Caller.System, AlertBoxDecider.LetterSent, static (s, _) => Picture(s), ct);
        if (taken.UpTo == letter) taken = default;
        return answer;
    }

    public Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct) => canvas.Watch(observer, since);

    public Task Unwatch(IBoardObserver observer, CancellationToken ct)
    {
        canvas.Unwatch(observer);
        return Task.CompletedTask;
    }

    protected override bool Follows => true;

    protected override void Committed() => canvas.Hint();

    protected override void Received(Parcel parcel) => canvas.Hint();

    static AlertPicture Picture(AlertBoxState state) => new(state.Unread, state.Newest, state.Version);

    AlertChoices Chosen(AlertBoxState state)
    {
        var (policy, ways) = (ledger.Policy(Now), AlertChoiceRules.WaysOf(Role));
        var chosen = AlertBoxDecider.Chosen(state, Role, policy);
        return new AlertChoices(
            [.. policy.Offered(Role).Select(o => new AlertChoice(o.Kind, o.Hours, (chosen.FirstOrDefault(c => (c.Kind, c.Hours) == o)?.Ways ?? AlertWays.None) & ways))], state.Choices is not null, ways, state.Version);
    }

    /// <summary>Names of associations, where reminders of dues name one.</summary>
    async Task<IReadOnlyDictionary<string, AssociationLine>?> Places(IEnumerable<HeldAlert> told, CancellationToken ct) =>
        told.Any(a => a.What.Dues is not null) ? await associations.All(ct).AsTask().OrTryAgain() : null;

    AlertLine Line(HeldAlert a, string name, IReadOnlyDictionary<string, AssociationLine>? places) => new(
        a.Number, a.What.Kind, new MemberId(a.Member), name, a.What.On, a.What.Threshold, a.What.Place.Length == 0 || a.What.Kind.OfApplications() || a.What.Dues is not null ? null : new WorkplaceId(a.What.Place), a.What.Minutes,
        a.What.Due, a.At, a.Read, ledger.Rule(a), a.What.Kind.OfApplications() ? a.What.Place : null, ledger.Notice(a, places?.GetValueOrDefault(a.What.Place)?.Name ?? ""));
}
