using JmaActors.Associations;
using JmaActors.Credits;
using JmaActors.Journal;
using JmaActors.Members;
using JmaActors.Policies;
using JmaActors.Training;

namespace JmaActors.Proofs;

/// <summary>Reads from the actors what documents are made from, and drafts them. Null when there is no such person or session.</summary>
public sealed class CertificateSources(IGrainFactory grains, AssociationNames associations, ICertificateIndex index, PolicyBook book)
{
    public async Task<Draft<AttendanceContent>?> Attendance(MemberId id, SessionId sitting, CancellationToken ct)
    {
        var actor = grains.GetGrain<ISessionGrain>(sitting.Code);
        var (person, session) = (await Person(id, ct), await actor.Read(Caller.System, ct));
        if (person is null || session is null) return null;
        var lines = await Lines(actor, person, ct);
        var first = session.Talks.Count > 0 ? session.Talks.Min(t => t.Start) : session.DoorsOpen;
        // Entries come newest first, so those of an earlier day end the search.
        var since = Time.Tokyo.DateOf(first);
        var entries = (await Entries(id, e => e.Date >= since, ct)).Where(e => e.Session == sitting).ToList();
        var sources = new AttendanceSources(person, session, lines, entries, await NameOf(session.Host, ct));
        return AttendanceDraft.Of(sources, book);
    }

    /// <summary>The person's lines of the roll, under each of her numbers that is on it.</summary>
    static async Task<IReadOnlyList<RollLine>> Lines(ISessionGrain session, MemberView person, CancellationToken ct)
    {
        var lines = await Task.WhenAll(new[] { person.Id }.Concat(person.Holds ?? []).Select(id => session.Line(id, Caller.System, ct)));
        return [.. lines.OfType<RollLine>()];
    }

    public async Task<Draft<TranscriptContent>?> Transcript(MemberId id, DateOnly on, CancellationToken ct) =>
        await Person(id, ct) is { } person
            ? TranscriptDraft.Of(person, await Entries(id, static _ => true, ct), on, await NameOf(AssociationId.Jma, ct), book)
            : null;

    /// <summary>How the certificates of attendance stand that a person was given. What allows a revoked one again is not looked at.</summary>
    public async Task<IReadOnlyList<IssuedCertificate>> Issued(MemberId id, SessionId? session, CancellationToken ct)
    {
        var rows = await index.OfMember(id.Number, session?.Code, CertificateLimits.Listed, ct).OrTryAgain();
        if (rows.Count == 0) return [];
        var since = rows.Min(r => r.Date);
        return CertificateStandings.Of(rows, await Entries(id, e => e.Date >= since, ct));
    }

    public Task<MemberView?> Person(MemberId id, CancellationToken ct) => grains.GetGrain<IMemberGrain>(id.Number).Read(Caller.System, ct);

    /// <summary>Entries from the newest, as long as a condition holds.</summary>
    async Task<List<CreditEntry>> Entries(MemberId id, Func<CreditEntry, bool> wanted, CancellationToken ct)
    {
        var ledger = grains.GetGrain<ICreditLedgerGrain>(id.Number);
        var entries = new List<CreditEntry>();
        var after = (string?)null;
        for (var pages = 0; pages < CertificateLimits.EntryPages; pages++)
        {
            var page = await ledger.Entries(after, Caller.System, ct);
            entries.AddRange(page.Entries.TakeWhile(wanted));
            if (page.Next is null || !wanted(page.Entries[^1])) return entries;
            after = page.Next;
        }
        throw new InvalidOperationException($"The ledger of {id} has more than {CertificateLimits.EntryPages} pages.");
    }

    async Task<string> NameOf(AssociationId id, CancellationToken ct) =>
        (await associations.All(ct).AsTask().OrTryAgain()).TryGetValue(id.Code, out var line) ? line.Name : id.Code;
}
