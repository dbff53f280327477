using JmaActors.Ledgers;
using JmaActors.Policies;
using JmaActors.Time;

namespace JmaActors.Credits;

/// <summary>Decides what becomes of commands to a credit ledger. Pure: state, command and circumstances in, events or a refusal out.</summary>
public sealed class CreditDecider(PolicyBook book)
{
    /// <summary>Entries one ledger holds at most; a physician's whole life needs some thousands.</summary>
    public const int EntriesMost = 50_000;

    /// <summary>Opens an entry, or opens and posts it. Natural key: the entry's key.</summary>
    public Decision<CreditEvent> Accrue(CreditLedgerState state, AccrueCredit command, Deciding deciding) => Accrue(state, new Accrual(command, null, null), deciding);

    /// <summary>The same with what is known of the person, for the methods that not everybody may use.</summary>
    public Decision<CreditEvent> Accrue(CreditLedgerState state, Accrual accrual, Deciding deciding)
    {
        var command = accrual.Command;
        if (command.Key is not null && state.Entries.Contains(command.Key)) return Decision<CreditEvent>.Again();
        if ((AccrualRules.Check(command, Tokyo.DateOf(deciding.Now), accrual.LicensedOn, accrual.IsJmaMember, book) ?? EvidenceRules.CheckHeld(command, accrual.Document)) is { } refusal)
        {
            return Decision<CreditEvent>.Refuse(refusal);
        }
        if (command.Provenance is not null && ProvenanceRules.RecordedAlready(state, command))
            return Decision<CreditEvent>.Refuse("recorded-already", "", "An entry of the same date, subject and title is on record.");
        if (state.Entries.Count >= EntriesMost) return Decision<CreditEvent>.Refuse("ledger-full", "", $"A ledger holds at most {EntriesMost} entries.");
        var (code, tenths) = (command.Code.Number, command.Units.Tenths);
        CreditEvent opening = command.Post
            ? new CreditAccrued(command.Key!, command.Method, code, tenths, command.Date, command.Title, 0, command.Scheme)
            : new CreditOpened(command.Key!, command.Method, code, tenths, command.Date, command.Title, 0, command.Scheme);
        var edition = command.Scheme == CreditScheme.Cme ? book.Cme(command.Date).Edition : book.Scheme(command.Scheme, command.Date)!.Edition;
        if (command is { Score: null, Evidence: null, Provenance: null }) return Decision<CreditEvent>.Event(opening, command.Date, edition);
        var events = new List<CreditEvent>(3) { opening };
        if (command is not { Score: null, Evidence: null }) events.Add(Proof(command, accrual.Document));
        if (command.Provenance is { } from) events.Add(new CreditSourced(command.Key!, from.Source, from.Host));
        return Decision<CreditEvent>.Events(events, command.Date, edition);
    }

    /// <summary>Posts or voids an entry. Natural key: the entry's key and what it is to become; asking for what it is already changes nothing.</summary>
    public Decision<CreditEvent> Settle(CreditLedgerState state, SettleCredit command, Deciding deciding)
    {
        var entry = command.Key is null ? null : state.Find(command.Key);
        if (entry?.State == (command.Post ? CreditState.Posted : CreditState.Voided)) return Decision<CreditEvent>.Again();
        if (AccrualRules.CheckSettle(command, entry) is { } refusal) return Decision<CreditEvent>.Refuse(refusal);
        return Decision<CreditEvent>.Event(
            command.Post ? new CreditPosted(command.Key!, entry!.Units.Tenths) : new CreditVoided(command.Key!, command.Reason),
            entry!.Date,
            book.Cme(entry.Date).Edition);
    }

    /// <summary>
    /// Puts another entry in the place of a wrong one. Natural key: the entry's key and what it becomes; asking for what stands in its place already
    /// changes nothing.
    /// </summary>
    public Decision<CreditEvent> Correct(CreditLedgerState state, Correction correction, Deciding deciding)
    {
        var (command, entry) = (correction.Command, state.Find(correction.Command.Entry));
        if (entry?.CorrectedBy is { } by && CorrectionRules.Says(command, entry, state.Find(by)!)) return Decision<CreditEvent>.Again();
        if (CorrectionRules.Check(command, entry, Tokyo.DateOf(deciding.Now), correction.LicensedOn, book) is { } refusal) return Decision<CreditEvent>.Refuse(refusal);
        if (state.Entries.Count >= EntriesMost) return Decision<CreditEvent>.Refuse("ledger-full", "", $"A ledger holds at most {EntriesMost} entries.");
        var next = CorrectionKeys.Next(entry!.Key);
        if (next is null || state.Entries.Contains(next)) return Decision<CreditEvent>.Refuse("corrected-too-often", "", "Void the entry and record a new one.");
        var become = CorrectionRules.Becomes(command, entry);
        return Decision<CreditEvent>.Event(
            new CreditCorrected(entry.Key, next, become.Code.Number, become.Units.Tenths, become.Date, command.Reason, become.Scheme),
            entry.Date < become.Date ? entry.Date : become.Date, book.Cme(become.Date).Edition);
    }

    /// <summary>
    /// A session's words about one person's talks, taken together or not at all. They are absolute: whatever stood before, afterwards the entries are as
    /// told. An entry an office has settled by hand stays as it is.
    /// </summary>
    public Decision<CreditEvent> Attended(CreditLedgerState state, IReadOnlyList<AttendanceCredit> words, Deciding deciding)
    {
        var events = new List<CreditEvent>(words.Count);
        foreach (var word in words)
        {
            var key = CreditKeys.Attendance(word.Session, word.Talk, word.Scheme);
            if (state.Entries.Find(key) is not { } held) events.AddRange(Opening(key, word));
            else if (!held.Settled && !Same(held, word)) events.AddRange(Change(key, held, word));
        }
        return events.Count == 0 ? Decision<CreditEvent>.Nothing() : Decision<CreditEvent>.Events(events, words[0].Date, book.Cme(words[0].Date).Edition);
    }

    static CreditProved Proof(AccrueCredit command, HeldDocument? document) => document is null
        ? new CreditProved(command.Key, command.Score, null, null)
        : new CreditProved(command.Key, command.Score, HeldDocument.Word(document.Kind), document.Sha256, document.Bytes);

    static bool Same(CreditItem held, AttendanceCredit word) =>
        held.State == word.State && (word.State == CreditState.Voided ? held.Reason == word.Reason : held.Tenths == word.Units.Tenths && held.Web == word.Web);

    static CreditEvent[] Opening(string key, AttendanceCredit word)
    {
        var (code, tenths, title) = (word.Code.Number, word.Units.Tenths, Short(word.Title));
        if (word.State == CreditState.Posted) return [new CreditAccrued(key, CreditMethod.Lecture, code, tenths, word.Date, title, word.Talk, word.Scheme, word.Web)];
        var opened = new CreditOpened(key, CreditMethod.Lecture, code, tenths, word.Date, title, word.Talk, word.Scheme, word.Web);
        return word.State == CreditState.Pending ? [opened] : [opened, Void(key, word)];
    }

    static CreditEvent[] Change(string key, CreditItem held, AttendanceCredit word)
    {
        var tenths = word.Units.Tenths;
        var web = held.Web == word.Web ? (bool?)null : word.Web;
        return (held.State, word.State) switch
        {
            (_, CreditState.Voided) => [Void(key, word)],
            (CreditState.Pending, CreditState.Pending) => [new CreditAdjusted(key, tenths, web)],
            (_, CreditState.Pending) => [new CreditReopened(key, tenths, web)],
            (CreditState.Pending, _) => [new CreditPosted(key, tenths, web)],
            _ => [new CreditReopened(key, tenths, web), new CreditPosted(key, tenths)],
        };
    }

    static CreditVoided Void(string key, AttendanceCredit word) => new(key, word.Reason ?? "voided");

    static string Short(string title) => title.Length <= CreditLimits.TitleLength ? title : title[..CreditLimits.TitleLength];
}

/// <summary>A credit to record, with what is known of the person it is for.</summary>
/// <param name="LicensedOn">Date of the licence; null when not known.</param>
/// <param name="IsJmaMember">Whether the person is a member of 日本医師会; null when not asked.</param>
/// <param name="Document">The document the command names, if the person holds it and it may be attached.</param>
public readonly record struct Accrual(AccrueCredit Command, DateOnly? LicensedOn, bool? IsJmaMember, HeldDocument? Document = null);

/// <summary>A correction, with what is known of the person it is for.</summary>
/// <param name="LicensedOn">Date of the licence; null when not known.</param>
public readonly record struct Correction(CorrectCredit Command, DateOnly? LicensedOn);
