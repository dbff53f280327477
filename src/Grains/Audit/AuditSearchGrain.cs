using System.Globalization;
using JmaActors.Accounts;
using JmaActors.Directory;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Time;

namespace JmaActors.Audit;

/// <summary>Searches the audit; see <see cref="IAuditSearchGrain"/>. The caller's scope is added here and nowhere else.</summary>
[StatelessWorker]
sealed class AuditSearchGrain(IAuditIndex index, IMemberDirectory members, TimeProvider time) : Grain, IAuditSearchGrain
{
    /// <summary>How far back a person's own page goes in one search: as long as lines are kept.</summary>
    static readonly DateTimeOffset Ever = Tokyo.StartOf(new DateOnly(2020, 1, 1));

    static readonly AuditPage Empty = new([], null);

    public async Task<AuditPage> Search(AuditQuery query, Caller caller, CancellationToken ct)
    {
        var scope = AuditScope.Of(caller);
        if (scope.Nothing || query.To < query.From || query.To.DayNumber - query.From.DayNumber > AuditLimits.Days) return Empty;
        var people = query.Person is { } asked ? await Numbers(asked, ct) : null;
        if (people is [var person, ..] && scope.Within is { } own && (await members.Names([person.Number], own, ct).OrTryAgain()).Count == 0) return Empty;
        var within = people is null ? scope.Within : null;
        return await Page(
            people, query.Subject, query.Office, within, Tokyo.StartOf(query.From), Tokyo.StartOf(query.To.AddDays(1)), query.Kind, query.After, query.Size, ct);
    }

    public async Task<AuditPage> Own(MemberId member, string? after, int size, Caller caller, CancellationToken ct)
    {
        if (!caller.Oneself || (caller.For ?? caller.Scope) != member.ToString()) return Empty;
        var page = await Page(await Numbers(member, ct), null, null, null, Ever, time.GetUtcNow().AddDays(1), null, after, size, ct);
        return page with { Lines = [.. page.Lines.Select(line => line with { From = null })] };
    }

    /// <summary>The number of a person's record, and those of records merged into it: what was seen before the merge stands under them.</summary>
    async Task<IReadOnlyList<MemberId>> Numbers(MemberId id, CancellationToken ct)
    {
        var view = await GrainFactory.GetGrain<IMemberGrain>(id.Number).Read(Caller.System, ct);
        if (view?.MergedInto is { } into) view = await GrainFactory.GetGrain<IMemberGrain>(into.Number).Read(Caller.System, ct);
        return [view?.Id ?? id, .. view?.Holds ?? []];
    }

    /// <param name="people">The numbers of one person, that of the record first; null for everybody's.</param>
    async Task<AuditPage> Page(
        IReadOnlyList<MemberId>? people, string? subject, AssociationId? office, AssociationId? within, DateTimeOffset from, DateTimeOffset to, AuditKind? kind, string? after, int size, CancellationToken ct)
    {
        var most = Math.Clamp(size, 1, AuditLimits.Page);
        var before = AuditCursor.Read(after);
        var person = people?[0];
        var covering = person is { } about ? await Covering(about, ct) : [];
        var rows = kind == AuditKind.Wrote
            ? []
            : await index.Lines(new AuditSought(people?.Select(p => p.Number).ToList(), covering, subject, office?.Code, within?.Code, from, to, kind, before, most + 1), ct).OrTryAgain();
        var written = person is null || kind is not (null or AuditKind.Wrote) ? [] : await index.Written([.. people!.SelectMany(Ledgers)], from, to, before, most + 1, ct).OrTryAgain();
        var lines = rows.Select(r => (Mark: new AuditMark(r.At, r.Line), Line: Line(r)))
            .Concat(written.Where(w => Meets(w.Caller, subject, office)).Select(w => (Mark: MarkOf(w), Line: Line(w, person!.Value))))
            // A list that showed two numbers of a person is one line of hers.
            .DistinctBy(l => l.Mark).OrderByDescending(l => l.Mark.At).ThenByDescending(l => l.Mark.Line, StringComparer.Ordinal).Take(most + 1).ToList();
        // What was read and does not meet the query is passed over all the same: the next page begins after the last that was looked at.
        var cut = lines.Count > most || rows.Count > most || written.Count > most;
        var last = lines.Count > most ? lines[most - 1].Mark : written.Count > most ? MarkOf(written[^1]) : lines.Count > 0 ? lines[^1].Mark : default;
        return new AuditPage([.. lines.Take(most).Select(l => l.Line)], cut ? AuditCursor.Write(last) : null);
    }

    /// <summary>Offices whose functions see the person as the membership is now.</summary>
    async Task<IReadOnlyList<string>> Covering(MemberId person, CancellationToken ct)
    {
        var found = await members.Search(new MemberQuery(person.ToString(), null, null, null, null, 1), "", null, ct).OrTryAgain();
        if (found.Members.FirstOrDefault(m => m.Id == person) is not { } member) return [""];
        List<string> offices = [""];
        if (member.Layers.HasFlag(MembershipLayers.Jma)) offices.Add(AssociationId.Jma.Code);
        if (member.Association is { } local && member.Layers.HasFlag(MembershipLayers.Prefecture)) offices.Add(local[..2]);
        if (member.Association is { } own && member.Layers.HasFlag(MembershipLayers.Local)) offices.Add(own);
        return offices;
    }

    static IReadOnlyList<string> Ledgers(MemberId person) =>
        [LedgerNames.Name("member", person.Number), LedgerNames.Credits(person), LedgerNames.Name("pass", person.Number), LedgerNames.Name(MemberAccountLedger.Name, person.Number)];

    static bool Meets(Caller caller, string? subject, AssociationId? office) =>
        (subject is null || caller.Subject == subject) && (office is null || AuditRules.OfficeOf(caller) == office.Value.Code);

    static AuditMark MarkOf(WrittenEvent w) => new(w.At, string.Create(CultureInfo.InvariantCulture, $"{w.Ledger}/{w.Version:D7}"));

    static AuditLine Line(AuditRow r) => new(
        r.At, r.Until, (AuditKind)r.Kind, CallerText.Read(r.Subject, r.Caller), r.Person == AuditRules.Everybody ? null : new MemberId(r.Person), r.What, (AuditParts)r.Parts, r.Key, r.Why ?? "",
        r.Address, r.Count, r.Wide);

    static AuditLine Line(WrittenEvent w, MemberId person) => new(w.At, w.At, AuditKind.Wrote, w.Caller, person, w.Type, AuditParts.None, w.Ledger, "", null, 1, false);
}
