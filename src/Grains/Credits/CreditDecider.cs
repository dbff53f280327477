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
        if (AccrualRules.Check(command, Tokyo.DateOf(deciding.Now), accrual.LicensedOn, accrual.IsJmaMember, book) is { } refusal) return Decision<CreditEvent>.Refuse(refusal);
        if (state.Entries.Count >= EntriesMost) return Decision<CreditEvent>.Refuse("ledger-full", "", $"A ledger holds at most {EntriesMost} entries.");
        var (code, tenths) = (command.Code.Number, command.Units.Tenths);
        return Decision<CreditEvent>.Event(
            command.Post
                ? new CreditAccrued(command.Key!, command.Method, code, tenths, command.Date, command.Title, 0)
                : new CreditOpened(command.Key!, command.Method, code, tenths, command.Date, command.Title, 0),
            command.Date,
            book.Cme(command.Date).Edition);
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
    /// A session's word about one talk. It is absolute: whatever stood before, afterwards the entry is as told. An entry an office has settled by hand stays as it is.
    /// </summary>
    public Decision<CreditEvent> Attended(CreditLedgerState state, AttendanceCredit word, Deciding deciding)
    {
        var key = $"{word.Session.Code}/{word.Talk}";
        var edition = book.Cme(word.Date).Edition;
        if (state.Entries.Find(key) is not { } held) return Decision<CreditEvent>.Events(Opening(key, word), word.Date, edition);
        return held.Settled || Same(held, word)
            ? Decision<CreditEvent>.Nothing()
            : Decision<CreditEvent>.Events(Change(key, held, word), word.Date, edition);
    }

    static bool Same(CreditItem held, AttendanceCredit word) =>
        held.State == word.State && (word.State == CreditState.Voided ? held.Reason == word.Reason : held.Tenths == word.Units.Tenths);

    static CreditEvent[] Opening(string key, AttendanceCredit word)
    {
        var (code, tenths, title) = (word.Code.Number, word.Units.Tenths, Short(word.Title));
        if (word.State == CreditState.Posted) return [new CreditAccrued(key, CreditMethod.Lecture, code, tenths, word.Date, title, word.Talk)];
        var opened = new CreditOpened(key, CreditMethod.Lecture, code, tenths, word.Date, title, word.Talk);
        return word.State == CreditState.Pending ? [opened] : [opened, Void(key, word)];
    }

    static CreditEvent[] Change(string key, CreditItem held, AttendanceCredit word) => (held.State, word.State) switch
    {
        (_, CreditState.Voided) => [Void(key, word)],
        (CreditState.Pending, CreditState.Pending) => [new CreditAdjusted(key, word.Units.Tenths)],
        (_, CreditState.Pending) => [new CreditReopened(key, word.Units.Tenths)],
        (CreditState.Pending, _) => [new CreditPosted(key, word.Units.Tenths)],
        _ => [new CreditReopened(key, word.Units.Tenths), new CreditPosted(key, word.Units.Tenths)],
    };

    static CreditVoided Void(string key, AttendanceCredit word) => new(key, word.Reason ?? "voided");

    static string Short(string title) => title.Length <= CreditLimits.TitleLength ? title : title[..CreditLimits.TitleLength];
}

/// <summary>A credit to record, with what is known of the person it is for.</summary>
/// <param name="LicensedOn">Date of the licence; null when not known.</param>
/// <param name="IsJmaMember">Whether the person is a member of 日本医師会; null when not asked.</param>
public readonly record struct Accrual(AccrueCredit Command, DateOnly? LicensedOn, bool? IsJmaMember);
