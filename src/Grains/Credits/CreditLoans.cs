using System.Text.Json;
using JmaActors.Ledgers;

namespace JmaActors.Credits;

/// <summary>
/// How the entries of a merged record come to count with another. The record keeps them, goes on hearing what sessions and offices say of its number, and tells
/// the other all of it; the other counts what it was told. Undoing is so no more than no longer counting it there: what belongs to whom was never mixed.
/// Order keeps anything from counting twice: here it stops before it begins there, and there it stops before it begins here again.
/// </summary>
static class CreditLoans
{
    /// <summary>Entries of one parcel and event: the largest stay well below <see cref="Journal.JournalLimits.EventBytes"/>.</summary>
    const int Part = 100;

    static readonly CmeFacts Nothing = new();

    /// <summary>What the ledger's standing counts.</summary>
    public static CmeFacts Counting(CreditLedgerState state) => state.Away is null ? state.Whole.Facts : Nothing;

    public static Decision<CreditEvent> Lend(CreditLedgerState state, LendCredits command, Deciding deciding)
    {
        if (state.Away is { } away) return away.Merge == command.Merge ? Decision<CreditEvent>.Again() : Decision<CreditEvent>.Refuse("already-merged");
        if (state.Held is { Count: > 0 }) return Decision<CreditEvent>.Refuse("holds-others");
        var events = new List<CreditEvent>();
        for (var from = 0; from < state.Entries.Count || from == 0; from += Part)
        {
            events.Add(new CreditsLent(command.Merge, command.To.Number, from, Math.Min(Part, state.Entries.Count - from)));
        }
        return Decision<CreditEvent>.Events(events);
    }

    public static Decision<CreditEvent> GiveBack(CreditLedgerState state, (MemberId Of, string Merge) what, Deciding deciding) =>
        state.Ended?.Contains(what.Merge) == true ? Decision<CreditEvent>.Again() : Decision<CreditEvent>.Event(new CreditsGivenBack(what.Merge, what.Of.Number));

    public static Decision<CreditEvent> TakeBack(CreditLedgerState state, string merge, Deciding deciding) => state.Away switch
    {
        null => Decision<CreditEvent>.Again(),
        { } away when away.Merge == merge => Decision<CreditEvent>.Event(new CreditsTakenBack(merge)),
        _ => Decision<CreditEvent>.Refuse("already-merged"),
    };

    /// <summary>A word of the record that lends. The first of a merge begins it; one of a merge that is over, or has not begun, changes nothing.</summary>
    public static Decision<CreditEvent> Accept(CreditLedgerState state, Parcel parcel)
    {
        if (JsonSerializer.Deserialize(parcel.Body, CreditJson.Default.LentWord) is not { } word) return Decision<CreditEvent>.Refuse("unreadable-parcel", "", parcel.Type);
        var goesOn = state.Held is not null && state.Held.TryGetValue(word.Of, out var held) && held.Merge == word.Merge;
        return state.Ended?.Contains(word.Merge) == true || !(word.First || goesOn)
            ? Decision<CreditEvent>.Nothing()
            : Decision<CreditEvent>.Event(new CreditsHeld(word.Merge, word.Of, word.First, word.Entries));
    }

    /// <summary>Folds an event of lending; false for any other.</summary>
    public static bool Evolve(CreditLedgerState state, CreditEvent e)
    {
        switch (e)
        {
            case CreditsLent lent:
                state.Away = new CreditsAway(lent.Merge, lent.To);
                return true;
            case CreditsTakenBack:
                state.Away = null;
                return true;
            case CreditsHeld held:
                Hold(state, held);
                return true;
            case CreditsGivenBack back:
                state.GivenBack = null;
                if (state.Held is not null && state.Held.TryGetValue(back.Of, out var kept) && kept.Merge == back.Merge)
                {
                    state.Held.Remove(back.Of);
                    state.GivenBack = kept;
                }

                (state.Ended ??= []).Add(back.Merge);
                state.Recombine();
                return true;
            default:
                return false;
        }
    }

    /// <summary>What the record that holds them is told of an event: its part of the entries, or the entry that changed.</summary>
    public static void Tell(CreditLedgerState state, CreditsAway away, long member, CreditEvent e, ParcelSink parcels)
    {
        var word = e switch
        {
            CreditsLent lent => new LentWord(away.Merge, member, lent.From == 0, [.. Enumerable.Range(lent.From, lent.Count).Select(at => new HeldEntry(state.Entries.Key(at), state.Entries.Item(at)))]),
            CreditCorrected c => new LentWord(away.Merge, member, false, [new HeldEntry(c.Key, state.Entries.Find(c.Key)!.Value), new HeldEntry(c.By, state.Entries.Find(c.By)!.Value)]),
            { Key.Length: > 0 } => new LentWord(away.Merge, member, false, [new HeldEntry(e.Key, state.Entries.Find(e.Key)!.Value)]),
            _ => null,
        };
        if (word is not null) parcels.Send(LedgerNames.Credits(new MemberId(away.To)), LentWord.Parcel, word, CreditJson.Default.LentWord);
    }

    static void Hold(CreditLedgerState state, CreditsHeld e)
    {
        state.Held ??= [];
        if (e.First || !state.Held.TryGetValue(e.Of, out var held)) state.Held[e.Of] = held = new HeldCredits(e.Merge, new CreditTable());
        foreach (var (key, item) in e.Entries) held.Entries.Put(key, item);
        state.Recombine();
    }
}
