using JmaActors.Credits;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Members;

namespace JmaActors.Rosters;

/// <summary>
/// Brings the credits of one chunk to the ledgers they belong in, or only asks what the ledgers would say. Whether an entry may be recorded is the ledger's to
/// decide, as for one that an office records by hand; here it is found out whose it is, and that the file means the person the number means.
/// </summary>
sealed class CreditChunkWork(IGrainFactory grains, IJournal journal, IMemberDirectory directory, PersonKeyring keyring, ImportStarted started)
{
    /// <summary>People under way at once.</summary>
    const int AtOnce = 64;

    readonly ChunkTally tally = new();

    public async Task<ChunkImported> Run(ImportChunk chunk, string digest, CancellationToken ct)
    {
        foreach (var error in chunk.Unreadable) tally.Fail(error);
        var people = Meant(chunk.Credits, await CreditPeople.Find(directory, chunk.Credits, ct));
        await journal.Prefetch([.. people.Keys.SelectMany(m => new[] { LedgerNames.Name("member", m), LedgerNames.Name("credits", m) })], ct);
        if (people.Count > 0) await keyring.Prefetch([.. people.Keys], ct);
        await SideBySide.Do([.. people], AtOnce, person => Person(new MemberId(person.Key), person.Value, chunk, ct));
        return tally.Of(chunk.Index, digest);
    }

    /// <summary>The rows by whom they are about.</summary>
    Dictionary<long, List<PastCredit>> Meant(PastCredit[] rows, CreditPeople known)
    {
        var people = new Dictionary<long, List<PastCredit>>();
        foreach (var row in rows)
        {
            var (member, fault) = known.Of(row);
            if (member is not { } found) Fail(row, fault!);
            else if (people.TryGetValue(found, out var more)) more.Add(row);
            else people.Add(found, [row]);
        }
        return people;
    }

    async Task Person(MemberId id, List<PastCredit> rows, ImportChunk chunk, CancellationToken ct)
    {
        var view = await Patiently.Do(() => grains.GetGrain<IMemberGrain>(id.Number).Read(chunk.Caller, ct), ct);
        if (view?.MergedInto is { } into) view = await Patiently.Do(() => grains.GetGrain<IMemberGrain>(into.Number).Read(chunk.Caller, ct), ct);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            // Somebody the sender may not see is as unknown as somebody who is not there.
            if (view is null || !RowReach.Sees(chunk.Caller, view.Membership)) Fail(row, "no-such-person");
            else if (!IsOf(row.Name, view.Person)) Fail(row, "name-mismatch");
            else if (!seen.Add(KeyOf(row))) Fail(row, "duplicate-row");
            else await Bring(view.Id, row, chunk, ct);
        }
    }

    async Task Bring(MemberId id, PastCredit row, ImportChunk chunk, CancellationToken ct)
    {
        var command = new AccrueCredit(
            KeyOf(row), row.Method, new CurriculumCode(row.Subject), row.Units, row.Date, row.Title, started.Post, chunk.Caller, null, null, row.Scheme, new CreditProvenance(row.Source, row.Host));
        var ledger = grains.GetGrain<ICreditLedgerGrain>(id.Number);
        var answer = await Patiently.Do(() => chunk.DryRun ? ledger.TryAccrue(command, ct) : ledger.Accrue(command, ct), ct);
        if (answer.Refusal is { } refusal) tally.Fail(new RowError(row.Line, PastCreditRules.Column(refusal.Reason), refusal.Reason, refusal.Detail));
        else if (!answer.Repeat) tally.Add(RowOutcome.Created);
        // Units that differ are a correction, which is made by hand and with a reason.
        else if (answer.Value is { CorrectedBy: null, State: not CreditState.Voided } entry && entry.Units != row.Units) Fail(row, "differs-from-record");
        else tally.Add(RowOutcome.Unchanged);
    }

    static string KeyOf(PastCredit row) => PastCreditKeys.Of(row.Scheme, row.Date, row.Subject, row.Title, row.Host);

    /// <summary>True when the file's name or reading is the one on record, old and variant characters, kana and spaces apart.</summary>
    static bool IsOf(string name, Person person) => NameRules.Fold(name) is { Length: > 0 } said && (said == NameRules.Fold(person.Name) || said == NameRules.Fold(person.Kana));

    void Fail(PastCredit row, string reason) => tally.Fail(new RowError(row.Line, PastCreditRules.Column(reason), reason, ""));
}
