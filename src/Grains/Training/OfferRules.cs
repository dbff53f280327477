using JmaActors.Credits;
using JmaActors.Policies;
using JmaActors.Time;
using static System.FormattableString;

namespace JmaActors.Training;

/// <summary>
/// What a talk may offer beside CME units: units of another scheme under one of its subjects. Every scheme at most once per talk, so that time
/// counts once per scheme; the subject, the length, the curriculum code and the way the program is held must fit. Null means: nothing against it.
/// </summary>
public static class OfferRules
{
    /// <summary>Checks every offer of a talk by itself, by the policies of the talk's date.</summary>
    public static Refusal? Check(Talk talk, OfferSetting setting, PolicyBook book)
    {
        if (talk.Offers is not { Count: > 0 } offers) return null;
        var seen = new HashSet<CreditScheme>();
        foreach (var offer in offers)
        {
            if (offer is null || PolicyOf(offer, talk, book) is not { } policy)
                return Of(talk, "bad-offer", TrainingRuleIds.KnownOffer, "offers units of a scheme with subjects on record; CME units are offered by its curriculum code");
            if (!seen.Add(offer.Scheme)) return Of(talk, "offer-twice", TrainingRuleIds.OfferOnce, $"offers {offer.Scheme} units under one subject only");
            if (!policy.Subjects.TryGetValue(offer.Subject, out var subject))
                return Of(talk, "unknown-subject", TrainingRuleIds.KnownOffer, Invariant($"offers {offer.Scheme} subject {offer.Subject}, which does not exist"));
            if ((Length(talk, subject, policy) ?? Code(talk, subject, policy) ?? Held(talk, subject, policy, setting)) is { } refusal) return refusal;
        }
        return null;
    }

    /// <summary>Checks what the talks of a program offer together: under a subject with a limit not more than that.</summary>
    public static Refusal? CheckTogether(IReadOnlyList<Talk> talks, PolicyBook book)
    {
        var given = new Dictionary<(CreditScheme, short), Units>();
        foreach (var talk in talks)
        {
            foreach (var offer in talk.Offers ?? [])
            {
                if (SubjectOf(offer, talk, book)?.Limit is not { UnitsMost: { } most } limit) continue;
                var key = (offer.Scheme, offer.Subject);
                given[key] = given.GetValueOrDefault(key) + Units(talk, offer, book);
                if (given[key] > most)
                    return Of(talk, "too-many-units-offered", limit.Rule.Id, Invariant($"brings {offer.Scheme} subject {offer.Subject} to {given[key]} units; a program gives at most {most}"));
            }
        }
        return null;
    }

    /// <summary>The most a talk can earn under an offer: the full steps of its length by the offer's scheme. Zero for what is no lecture or not on record.</summary>
    public static Units Units(Talk talk, Offer offer, PolicyBook book) =>
        talk.Kind == TalkKind.Lecture && talk.End > talk.Start && PolicyOf(offer, talk, book) is { } policy && policy.Subjects.ContainsKey(offer.Subject)
            ? policy.Scale.Of(talk.End - talk.Start)
            : JmaActors.Units.Zero;

    /// <summary>True when attendance of the talk on the web earns units of the offer (part <c>lifelong-renewal</c> of 産業医: yes; anything practical: no).</summary>
    /// <param name="host">Who holds the program: some schemes ask for a layer. Null when not known, which does not refuse.</param>
    public static bool CountsOnWeb(Talk talk, Offer offer, AssociationId? host, PolicyBook book) =>
        PolicyOf(offer, talk, book) is { } policy && policy.Subjects.TryGetValue(offer.Subject, out var subject)
        && policy.CountsOnWeb(subject) && MayHostWeb(policy, host);

    /// <summary>People who may take part for what the talks offer, the smallest limit of all; null when none is limited.</summary>
    public static int? PeopleMost(IReadOnlyList<Talk> talks, PolicyBook book) => Limits(talks, book).Min(l => (int?)l.Most);

    /// <summary>The same for what they offer under one scheme.</summary>
    public static int? PeopleMost(IReadOnlyList<Talk> talks, CreditScheme scheme, PolicyBook book) =>
        Limits(talks, book).Where(l => l.Offer.Scheme == scheme).Min(l => (int?)l.Most);

    /// <summary>Where the people who may take part are limited, a program says how many it takes, and no more than that.</summary>
    public static Refusal? CheckCapacity(IReadOnlyList<Talk> talks, int? capacity, PolicyBook book)
    {
        foreach (var (talk, offer, most, rule) in Limits(talks, book))
        {
            var must = Invariant($"offers {offer.Scheme} subject {offer.Subject} to at most {most} people");
            if (capacity is null) return Of(talk, "capacity-needed", rule, must);
            if (capacity > most) return Of(talk, "too-many-for-offer", rule, must);
        }
        return null;
    }

    static IEnumerable<(Talk Talk, Offer Offer, int Most, string Rule)> Limits(IReadOnlyList<Talk> talks, PolicyBook book)
    {
        foreach (var talk in talks)
        {
            foreach (var offer in talk.Offers ?? [])
            {
                if (SubjectOf(offer, talk, book)?.Limit is { PeopleMost: { } most } limit) yield return (talk, offer, most, limit.Rule.Id);
            }
        }
    }

    static SchemePolicy? PolicyOf(Offer offer, Talk talk, PolicyBook book) => book.Scheme(offer.Scheme, Tokyo.DateOf(talk.Start));

    static SchemeSubject? SubjectOf(Offer offer, Talk talk, PolicyBook book) => PolicyOf(offer, talk, book)?.Subjects.GetValueOrDefault(offer.Subject);

    static Refusal? Length(Talk talk, SchemeSubject subject, SchemePolicy policy)
    {
        var length = talk.End - talk.Start;
        if (length < policy.Scale.Step)
            return Of(talk, "too-short-for-offer", RuleId(policy, "time"), Invariant($"lasts at least {policy.Scale.Step.TotalMinutes:0} minutes to earn {policy.Scheme} units"));
        return subject.Limit is { UnitsMost: { } most } limit && policy.Scale.Of(length) > most
            ? Of(talk, "too-long-for-offer", limit.Rule.Id, Invariant($"gives {policy.Scale.Of(length)} units of {policy.Scheme} subject {subject.Number}; the most is {most}"))
            : null;
    }

    static Refusal? Code(Talk talk, SchemeSubject subject, SchemePolicy policy) =>
        talk.Code == default || subject.Codes.Count == 0 || subject.Codes.Contains(talk.Code)
            ? null
            : Of(talk, "code-not-of-subject", RuleId(policy, "code-link"), Invariant($"has curriculum code {string.Join(" or ", subject.Codes)} to offer {policy.Scheme} subject {subject.Number}"));

    static Refusal? Held(Talk talk, SchemeSubject subject, SchemePolicy policy, OfferSetting setting)
    {
        if (subject.Limit is { PeopleMost: { } people } limit && setting.Capacity > people)
            return Of(talk, "too-many-for-offer", limit.Rule.Id, Invariant($"offers {policy.Scheme} subject {subject.Number} to at most {people} people"));
        if (!setting.WebOnly) return null;
        if (!policy.CountsOnWeb(subject))
            return Of(talk, "not-on-web", RuleId(policy, "web"), Invariant($"offers {policy.Scheme} subject {subject.Number} in a hall only"));
        return MayHostWeb(policy, setting.Host)
            ? null
            : Of(talk, "web-host", RuleId(policy, "web"), $"offers {policy.Scheme} units on the web only where a host of the layer {policy.WebHost} holds it");
    }

    static bool MayHostWeb(SchemePolicy policy, AssociationId? host) => policy.WebHost is not { } layer || host is null || host.Value.Layer == layer;

    static string RuleId(SchemePolicy policy, string name) => SchemePolicy.Prefix(policy.Scheme) + name;

    static Refusal Of(Talk talk, string reason, string rule, string must) => new(reason, rule, Invariant($"Talk {talk.No} {must}."));
}
