using JmaActors.Credits;
using JmaActors.Policies;
using JmaActors.Time;

namespace JmaActors.Training;

/// <summary>What a program says of itself. Pure.</summary>
static class ProgramAnswers
{
    /// <summary>The program as shown; null when it was never created.</summary>
    public static ProgramView? View(ProgramState state, ProgramId id, long version, PolicyBook book)
    {
        if (!state.Created) return null;
        var c = state.Content;
        return new ProgramView(
            id, ProgramState.SessionOf(id), new AssociationId(state.Host), c.Title, c.Place, c.WholeTalk, c.DoorsOpen, c.DoorsClose, c.Talks, state.Status, version,
            c.Terms, c.Organizer, state.Stage, state.ContentVersion,
            [.. ProgramRules.Schemes(c).Select(s => Approval(state, s, book))],
            [.. c.Talks.SelectMany(t => ProgramRules.OffersOf(t).Select(o => Offer(state, t, o, book)))],
            state.Shown, state.Cancelled ?? "", ProgramRules.Policy(c, book).ApplyBy(ProgramRules.FirstDay(c)),
            state.CopiedFrom is { } from ? new ProgramId(from) : null, c.Delivery);
    }

    static ApprovalLine Approval(ProgramState state, CreditScheme scheme, PolicyBook book)
    {
        var policy = ProgramRules.Policy(state.Content, book);
        var rule = policy.Rules[TrainingPolicy.ApproverRule(scheme)];
        var most = ProgramRules.Most(state.Content, scheme, book);
        if (state.Find(scheme) is not { } a)
            return new ApprovalLine(scheme, ApprovalState.None, ProgramRules.Approver(new AssociationId(state.Host), policy.ApproverOf(scheme)), most, rule, false, 0, null, null, "", false, []);
        var changes = a.Decided is { } decided ? ProgramDifferences.Between(decided, state.Content, book) : [];
        return new ApprovalLine(scheme, a.State, new AssociationId(a.Approver), most, rule, a.Late, a.On, a.At, a.By, a.Reason, a.Lapsed, changes);
    }

    static OfferLine Offer(ProgramState state, Talk talk, Offer offer, PolicyBook book) => new(
        talk.No, offer.Scheme, offer.Subject, book.Title(offer.Scheme, offer.Subject, Tokyo.DateOf(talk.Start)), ProgramRules.MostOf(talk, offer.Scheme, book),
        state.Content.Delivery == ProgramDelivery.Both && offer.Scheme != CreditScheme.Cme && !OfferRules.CountsOnWeb(talk, offer, new AssociationId(state.Host), book));
}
