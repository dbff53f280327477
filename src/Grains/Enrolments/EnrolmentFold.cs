using JmaActors.Ledgers;

namespace JmaActors.Enrolments;

/// <summary>How the events of sign-up fold.</summary>
static class EnrolmentFold
{
    public static void Evolve(EnrolmentState state, EnrolmentEvent e, in EventMeta meta)
    {
        switch (e)
        {
            case TermsSet t:
                (state.Host, state.Terms) = (t.Host, t.Terms);
                break;
            case SignedUp s:
                SignedUp(state, s, meta.Recorded, meta.Caller is { Oneself: false, Role: not CallerRole.System });
                break;
            case PlaceGiven p:
                state.Numbers = p.Number;
                state.Change(state.Seats[p.Member], seat => Give(seat, p));
                break;
            case ChildcareGiven c:
                state.Change(state.Seats[c.Member], static seat => seat.Childcare = ChildcareStanding.Given);
                break;
            case SignUpCancelled c:
                var at = meta.Recorded;
                state.Change(state.Seats[c.Member], seat => Cancel(seat, c, at));
                break;
            case PaymentPosted p:
                Put(state, new EnrolmentEntry(p.No, EnrolmentEntryKind.Payment, new MemberId(p.Member), p.Amount, p.Method, p.PaidOn, p.Reference, "", meta.Recorded, null, p.TaxPercent), p.Key);
                break;
            case RefundPosted r:
                Put(state, new EnrolmentEntry(r.No, EnrolmentEntryKind.Refund, new MemberId(r.Member), r.Amount, r.Method, r.PaidOn, "", r.Reason, meta.Recorded, null), r.Key);
                break;
            case EntryVoided v:
                state.Put(state.Entry(v.No)! with { Voided = v.Reason });
                break;
            default:
                throw new InvalidOperationException($"{e.GetType().Name} is no event of sign-up.");
        }
    }

    static void SignedUp(EnrolmentState state, SignedUp e, DateTimeOffset at, bool byHost)
    {
        state.Arrivals = e.Arrival;
        state.Change(state.Seats.GetValueOrDefault(e.Member) ?? new Seat { Member = e.Member }, seat =>
        {
            (seat.Standing, seat.Mode, seat.Arrival, seat.Number) = (EnrolmentStanding.Waiting, e.Mode, e.Arrival, 0);
            (seat.Children, seat.Childcare) = (e.Children, e.Children > 0 ? ChildcareStanding.Waiting : ChildcareStanding.None);
            (seat.WalkIn, seat.OverCapacity, seat.Price, seat.SignedUp, seat.Cancelled) = (e.WalkIn, false, e.Price, at, null);
            seat.ByHost = byHost;
            seat.Keys.Add(e.Key);
        });
    }

    static void Give(Seat seat, PlaceGiven e)
    {
        (seat.Standing, seat.Number, seat.WalkIn, seat.OverCapacity) = (EnrolmentStanding.Confirmed, e.Number, seat.WalkIn || e.WalkIn, e.OverCapacity);
        if (e.Key.Length > 0 && !seat.Knows(e.Key)) seat.Keys.Add(e.Key);
    }

    static void Cancel(Seat seat, SignUpCancelled e, DateTimeOffset at)
    {
        (seat.Standing, seat.Cancelled, seat.Childcare, seat.Number) = (EnrolmentStanding.Cancelled, at, ChildcareStanding.None, 0);
        seat.Keys.Add(e.Key);
    }

    static void Put(EnrolmentState state, EnrolmentEntry entry, string key)
    {
        state.Put(entry);
        state.Seats[entry.Member.Number].Entries.Add(entry.No);
        state.EntryKeys[key] = entry.No;
    }
}
