using JmaActors.Ledgers;

namespace JmaActors.Dues;

/// <summary>
/// How events of dues fold. After each of them money is where it belongs: what is paid beyond what is owed comes free, and what is free goes to what is open, the earliest date and term first, of one term
/// 日本医師会 first (the cover hangs on it), then the prefecture. So Σ paid + free = Σ payments − Σ refunds, always.
/// </summary>
static class DuesFold
{
    public static void Evolve(DuesState state, DuesEvent e, in EventMeta meta)
    {
        state.Version = meta.Version;
        state.Touched.Clear();
        switch (e)
        {
            case DuesAssessed assessed:
                var year = new FiscalYear(assessed.Year);
                foreach (var line in assessed.Lines) Add(state, year, line);
                var more = assessed.Lines.GroupBy(line => Of(year, line)).ToDictionary(static g => g.Key, static g => g.Sum(static line => line.Yen));
                foreach (var account in state.Accounts.Where(a => a.Owed < 0).ToList()) Carry(state, account, more);
                if (assessed.Gaps.Count > 0) state.Gaps[assessed.Year] = assessed.Gaps;
                else state.Gaps.Remove(assessed.Year);
                state.Touched.Add(assessed.Year);
                state.Read = Math.Max(state.Read, assessed.Read);
                break;
            case StatementPosted posted:
                state.Posted[posted.Year] = meta.Effective;
                state.Touched.Add(posted.Year);
                break;
            case DuesPaid paid:
                state.Payments.Add(new DuesPayment(paid.Key, new Yen(paid.Yen), paid.On, paid.Channel, paid.Reference, false));
                state.Free += paid.Yen;
                state.Drawn.RemoveAll(d => d.Key == paid.Key);
                break;
            case PaymentReversed reversed:
                var at = state.Payments.FindIndex(p => p.Key == reversed.Key);
                state.Payments[at] = state.Payments[at] with { Reversed = true };
                Take(state, state.Payments[at].Amount.Amount);
                break;
            case DuesRefunded refunded:
                state.Deeds[refunded.Key] = DuesDeed.Of(refunded);
                (state.Free, state.Refunded) = (state.Free - refunded.Yen, state.Refunded + refunded.Yen);
                break;
            case DuesLessened lessened:
                state.Deeds[lessened.Key] = DuesDeed.Of(lessened);
                var lessens = state.Find(lessened.Account)!;
                if (lessened.WriteOff) lessens.WrittenOff += lessened.Yen;
                else lessens.Credited += lessened.Yen;
                state.Touched.Add(lessens.Id.Year.Year);
                break;
            case DuesReduced reduced:
                state.Reductions.Add(new Reduction(reduced.Key, reduced.Kind, meta.Effective, reduced.Until, reduced.Layers));
                break;
            case ReductionEnded ended:
                var place = state.Reductions.FindIndex(r => r.Key == ended.Key);
                state.Reductions[place] = state.Reductions[place] with { Until = ended.Until };
                break;
            case DuesReminded reminded:
                state.Reminders.Add(new DuesReminder(reminded.Key, new AssociationId(reminded.Via), reminded.Step, meta.Effective, new Yen(reminded.Yen), reminded.Since, reminded.Rule));
                foreach (var id in reminded.Of)
                {
                    var late = state.Find(id)!;
                    (late.Reminded, late.RemindedOn) = (Math.Max(late.Reminded, reminded.Step), meta.Effective);
                    state.Touched.Add(id.Year.Year);
                }
                break;
            case RemindersHeld held:
                Hold(state, held.Key, new DuesHold(held.Until, held.Reason));
                break;
            case RemindersResumed resumed:
                Hold(state, resumed.Key, null);
                break;
            case DuesDebitAgreed agreed:
                state.Debit = agreed.Sealed;
                break;
            case DuesDebitEnded:
                state.Debit = null;
                break;
            case DuesDrawn drawn:
                state.Drawn.Add(DuesDrawingRules.Of(state, drawn));
                break;
            case DuesDrawingOver over:
                state.Drawn.RemoveAll(d => d.Key == over.Key);
                break;
            case RecordMoved moved:
                state.Moved = moved.Version;
                break;
            case RecordFollowed followed:
                (state.Followed, state.Read) = (followed.Version, Math.Max(state.Read, followed.Version));
                break;
        }
        Settle(state);
        // Reminders move no figure of a board.
        if (e is not (DuesReminded or RemindersHeld or RemindersResumed)) state.Stirred.UnionWith(state.Touched);
    }

    static void Hold(DuesState state, string key, DuesHold? hold)
    {
        state.Deeds[key] = new DuesDeed(0, Until: hold?.Until);
        state.Hold = hold;
        state.Touched.UnionWith(state.Years);
    }

    static void Add(DuesState state, FiscalYear year, DuesLine line)
    {
        var id = Of(year, line);
        if (state.Find(id) is not { } account) state.Accounts.Add(account = new DuesAccount { Id = id, Due = line.Due });
        if (account.Open <= 0 && line.Yen > 0) (account.Due, account.Reminded, account.RemindedOn) = (line.Due, 0, null);
        account.Assessed += line.Yen;
        account.Why = line.Why;
    }

    static DuesAccountId Of(FiscalYear year, DuesLine line) => new(year, new AssociationId(line.Creditor), line.Item, line.Term, new AssociationId(line.Via));

    /// <summary>
    /// Less is owed than was credited and given up by hand: what is too much of that goes with the debt to where the creditor has it collected now – through another association, in other terms – and is gone where nobody
    /// asks for it any more. So nothing is asked again that was given up, and no account owes less than nothing.
    /// </summary>
    /// <param name="more">What accounts gained by the same reckoning: no more than that is the debt that moved.</param>
    static void Carry(DuesState state, DuesAccount from, Dictionary<DuesAccountId, long> more)
    {
        var off = Math.Min(from.WrittenOff, -from.Owed);
        from.WrittenOff -= off;
        var credit = Math.Min(from.Credited, -from.Owed);
        from.Credited -= credit;
        var others = state.Accounts.Where(a => a != from && (a.Id with { Via = from.Id.Via, Term = from.Id.Term }) == from.Id && a.Owed > 0 && more.GetValueOrDefault(a.Id) > 0)
            .OrderBy(a => a.Id.Term == from.Id.Term ? 0 : 1).ThenBy(a => a.Due).ThenBy(a => a.Id.Via.Code, StringComparer.Ordinal);
        foreach (var other in others)
        {
            long Room() => Math.Min(other.Owed, more[other.Id]);
            var (given, credited) = (Math.Min(off, Room()), 0L);
            other.WrittenOff += given;
            more[other.Id] -= given;
            credited = Math.Min(credit, Room());
            other.Credited += credited;
            more[other.Id] -= credited;
            (off, credit) = (off - given, credit - credited);
        }
    }

    /// <summary>Takes money back out of what it was used for, the last used first.</summary>
    static void Take(DuesState state, long yen)
    {
        state.Free -= yen;
        foreach (var account in InOrder(state).Reverse())
        {
            if (state.Free >= 0) return;
            var back = Math.Min(account.Paid, -state.Free);
            Move(state, account, -back);
        }
    }

    static void Settle(DuesState state)
    {
        foreach (var account in state.Accounts)
        {
            if (account.Paid > Math.Max(account.Owed, 0)) Move(state, account, Math.Max(account.Owed, 0) - account.Paid);
        }
        if (state.Free <= 0) return;
        foreach (var account in InOrder(state))
        {
            if (account.Open > 0 && state.Posted.ContainsKey(account.Id.Year.Year)) Move(state, account, Math.Min(account.Open, state.Free));
            if (state.Free == 0) return;
        }
    }

    static void Move(DuesState state, DuesAccount account, long yen)
    {
        if (yen == 0) return;
        account.Paid += yen;
        state.Free -= yen;
        state.Touched.Add(account.Id.Year.Year);
    }

    static IEnumerable<DuesAccount> InOrder(DuesState state) =>
        state.Accounts.OrderBy(a => a.Due).ThenBy(a => a.Id.Year).ThenBy(a => a.Id.Term).ThenBy(a => a.Id.Creditor.Layer).ThenBy(a => a.Id.Creditor.Code, StringComparer.Ordinal).ThenBy(a => a.Id.Item);
}
