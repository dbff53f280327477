using JmaActors.Dues;
using JmaActors.Journal;
using JmaActors.Members;
using JmaActors.Rosters;

namespace JmaActors.Bank;

/// <summary>Lists of accounts and lines; see <see cref="IBankListGrain"/>. Proposals are reckoned from the dues of the few people a reading fits.</summary>
[StatelessWorker, GrainType("bank-list")]
sealed class BankListGrain(IBankIndex index) : Grain, IBankListGrain
{
    /// <summary>People of the readings of one page at most, and asked side by side.</summary>
    const int People = 200, AtOnce = 16;

    public Task<IReadOnlyList<BankAccountView>> Accounts(AssociationId association, CancellationToken ct) => index.Accounts(association, ct).OrTryAgain();

    public async Task<IReadOnlyList<BankLineView>> Lines(AssociationId association, BankLineStatus status, string after, CancellationToken ct)
    {
        var lines = await index.Lines(association, status, after, BankLimits.Page, ct).OrTryAgain();
        var readings = lines.Where(l => l.Status == BankLineStatus.Waiting && !l.Cancels && l.Payer.Length > 0).Select(l => BankProposals.Reading(l.Payer)).Where(r => r.Length > 0).Distinct().ToList();
        if (readings.Count == 0) return lines;
        var people = await index.Read(association, readings, People, ct).OrTryAgain();
        var dues = new DuesView?[people.Count];
        await SideBySide.Do([.. Enumerable.Range(0, people.Count)], AtOnce, async i => dues[i] = await GrainFactory.GetGrain<IDuesGrain>(people[i].Member).Read(Caller.System, ct));
        return [.. lines.Select(l => l with { Proposals = BankProposals.Of(l, people, dues) })];
    }
}
