using System.Security.Cryptography;
using JmaActors.Ledgers;
using JmaActors.Policies;
using JmaActors.Time;

namespace JmaActors.Audit;

/// <summary>What one account saw on one day; see <see cref="IAuditGrain"/>.</summary>
[GrainType("audit")]
sealed class AuditGrain(LedgerServices services, AuditLedger ledger, PolicyBook book) : LedgerGrain<AuditState, AuditEvent>(services, ledger), IAuditGrain
{
    const int SaltBytes = 16;

    /// <summary>Refusals since the last that was recorded: beyond the day's limit not each is. A crash may forget some hundreds of more than ten thousand.</summary>
    int unrecorded;

    public async Task<DateTimeOffset> Look(LookNote note, CancellationToken ct)
    {
        var noted = Noted(note, note.From);
        var answer = await Commit(
            noted, note.Caller, AuditDecider.Look, static (state, n) => state.Looks[AuditRules.LookKey(n.Note.Person.Number, n.Note.Caller)].At + n.Policy.Look, ct);
        return answer.Value;
    }

    public async Task<int> List(ListNote note, CancellationToken ct)
    {
        var before = State.Named;
        var answer = await Commit(Noted(note, note.From), note.Caller, AuditDecider.List, (state, _) => state.Named - before, ct);
        return answer.Value;
    }

    public async Task<int> Refuse(RefusalNote note, CancellationToken ct)
    {
        var times = ++unrecorded;
        var before = Version;
        var answer = await Commit(Noted(note, note.From), note.Caller, (state, n, deciding) => AuditDecider.Refuse(state, n, times, deciding), (state, _) => Recorded(state, before), ct);
        return answer.Value;
    }

    int Recorded(AuditState state, long before)
    {
        if (state.Version > before) unrecorded = 0;
        return state.Refusals + unrecorded;
    }

    Noted<T> Noted<T>(T note, string from)
    {
        var place = from.Length == 0 ? null : new Place(from, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes)));
        return new Noted<T>(note, book.Audit(Tokyo.DateOf(Now)), place, place is null ? null : AuditRules.Mark(place));
    }
}
