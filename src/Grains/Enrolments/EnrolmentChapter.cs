using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Records;

namespace JmaActors.Enrolments;

/// <summary>How a person's sign-ups are told: of each program's ledger what concerns the person, and nothing of anybody else.</summary>
sealed class EnrolmentChapter(EnrolmentLedger ledger, LedgerPast past, IEnrolmentIndex index) : Chapter<EnrolmentState, EnrolmentEvent>(RecordChapters.Enrolments, ledger, past)
{
    public override IReadOnlyList<string> Facts { get; } = ["standing", "mode", "number", "children", "childcare", "due", "paid"];

    protected override async ValueTask<IReadOnlyList<string>> Keys(Telling telling, CancellationToken ct)
    {
        string? after = null;
        do
        {
            var page = await index.OfMember(telling.Member.Number, after, EnrolmentLimits.Page, ct).OrTryAgain();
            foreach (var line in page.Enrolments) telling.Names[line.Program.Code] = line.Title;
            after = page.Next;
        }
        while (after is not null && telling.Names.Count < RecordLimits.Ledgers);
        return [.. telling.Names.Keys.Take(RecordLimits.Ledgers)];
    }

    protected override Look? At(EnrolmentState state, EnrolmentEvent e, Telling telling, bool done)
    {
        if (Whom(state, e) != telling.Member.Number) return null;
        var look = new Look();
        if (state.Find(telling.Member) is not { } seat) return look;
        return look.Add<EnrolmentStanding>("standing", seat.Standing).Add<EnrolmentMode>("mode", seat.Mode)
            .Add("number", seat.Number == 0 ? null : seat.Number).Add("children", seat.Children == 0 ? null : seat.Children)
            .Add<ChildcareStanding>("childcare", seat.Childcare == ChildcareStanding.None ? null : seat.Childcare)
            .Add("due", seat.Due.Amount).Add("paid", seat.Paid.Amount);
    }

    protected override Said Of(EnrolmentState state, EnrolmentEvent e, string key, long version, Telling telling) => new(telling.Names.GetValueOrDefault(key) ?? key, e switch
    {
        RefundPosted refund => refund.Reason,
        EntryVoided voided => voided.Reason,
        _ => "",
    });

    /// <summary>Whom an event concerns; 0 for nobody.</summary>
    static long Whom(EnrolmentState state, EnrolmentEvent e) => e switch
    {
        SignedUp s => s.Member,
        PlaceGiven p => p.Member,
        ChildcareGiven c => c.Member,
        SignUpCancelled c => c.Member,
        PaymentPosted p => p.Member,
        RefundPosted r => r.Member,
        EntryVoided v => state.Entry(v.No)?.Member.Number ?? 0,
        _ => 0,
    };
}
