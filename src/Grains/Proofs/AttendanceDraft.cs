using JmaActors.Credits;
using JmaActors.Members;
using JmaActors.Policies;
using JmaActors.Time;
using JmaActors.Training;

namespace JmaActors.Proofs;

/// <summary>A document before it has a code: what it says and what of it is kept; or why there is none.</summary>
public sealed record Draft<T>(T? Content, CertificateClaim? Claim, Refusal? Refusal)
    where T : class
{
    public static Draft<T> Refuse(string reason) => new(null, null, new Refusal(reason));

    /// <summary>There can be no document for who was erased, but what one would have been about is known: by it those given before are judged.</summary>
    public static Draft<T> Erased(CertificateClaim claim) => new(null, claim, new Refusal("erased"));
}

/// <summary>What a certificate of attendance is made from, as read from the actors.</summary>
/// <param name="Lines">The person's lines of the roll, one for each of her numbers that is on it.</param>
/// <param name="Entries">The person's ledger entries of this session, in any state.</param>
public sealed record AttendanceSources(MemberView Member, SessionView Session, IReadOnlyList<RollLine> Lines, IReadOnlyList<CreditEntry> Entries, string HostName);

/// <summary>Puts a certificate of attendance together. Pure.</summary>
public static class AttendanceDraft
{
    public static Draft<AttendanceContent> Of(AttendanceSources from, PolicyBook book)
    {
        var certified = from.Entries.Where(ProofRules.Counts).ToList();
        var erased = from.Member.Person.Name.Length == 0;
        if ((Fault(from) ?? (certified.Count == 0 ? "nothing-posted" : null)) is { } reason) return Draft<AttendanceContent>.Refuse(erased ? "erased" : reason);
        var (session, person, totals) = (from.Session, from.Member, ProofRules.Totals(certified));
        var date = Tokyo.DateOf(session.Talks.Count > 0 ? session.Talks[0].Start : session.DoorsOpen);
        var holder = new ProofHolder(person.Id, person.Person.Name, person.Person.Registry, person.Demonstration);
        var content = new AttendanceContent(
            default, default, holder, session.Id, session.Title, session.Place, from.HostName, date, Talks(session, certified, book), totals);
        var claim = new CertificateClaim(
            CertificateKind.Attendance, person.Id, session.Id, session.Title, session.Host, from.HostName, date, totals, null, ProofRules.Basis(certified));
        return erased ? Draft<AttendanceContent>.Erased(claim) : new Draft<AttendanceContent>(content, claim, null);
    }

    /// <summary>Why there can be no certificate; null when nothing stands against it.</summary>
    static string? Fault(AttendanceSources from)
    {
        if (from.Session.Status != SessionStatus.Confirmed) return "not-confirmed";
        if (from.Lines.Count == 0) return "not-attended";
        return from.Lines.Any(line => line.Talks.Any(t => Underway(t, line.Member, from))) ? "credits-underway" : null;
    }

    /// <summary>
    /// The ledger has not heard yet what the roll says: what is printed now would be too little or too much. What an office settled by hand stands. A talk heard under two
    /// numbers counts once, as the better of the two says: the other must only say no more.
    /// </summary>
    static bool Underway(TalkCredit mark, MemberId under, AttendanceSources from)
    {
        var key = CreditKeys.Attendance(from.Session.Id, mark.Talk, mark.Scheme);
        return from.Entries.FirstOrDefault(e => e.Key == key) switch
        {
            { Settled: true } => false,
            null => mark.State != "voided",
            { State: CreditState.Voided } => mark.State != "voided",
            var entry when (entry.Of ?? from.Member.Id) != under =>
                mark.State != "voided" && (mark.State != "posted" || entry.State != CreditState.Posted || mark.Units > entry.Units),
            var entry => entry.State != CreditState.Posted || mark.State != "posted" || entry.Units != mark.Units,
        };
    }

    static ProofTalk[] Talks(SessionView session, List<CreditEntry> certified, PolicyBook book) =>
        [.. session.Talks
            .Select(talk => new ProofTalk(
                talk.No, Tokyo.Of(talk.Start), Tokyo.Of(talk.End), talk.Title, talk.Speaker,
                [.. certified.Where(e => e.Talk == talk.No).Select(e => ProofRules.Line(e, book)).OrderBy(l => l.Scheme).ThenBy(l => l.Subject)]))
            .Where(talk => talk.Lines.Count > 0)
            .OrderBy(talk => talk.Start)];
}
