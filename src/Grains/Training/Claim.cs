using JmaActors.Credits;

namespace JmaActors.Training;

/// <summary>One thing a talk can earn: CME units under its curriculum code, or units of one of its offers.</summary>
/// <param name="Talk">Place of the talk in the plan.</param>
/// <param name="Subject">The curriculum code, or the number of the scheme's subject.</param>
readonly record struct Claim(int Talk, CreditScheme Scheme, short Subject)
{
    /// <summary>All claims of a plan, talk by talk; a talk's own code first, then its offers as they stand.</summary>
    public static Claim[] Of(IReadOnlyList<Talk> talks)
    {
        var claims = new List<Claim>(talks.Count);
        for (var place = 0; place < talks.Count; place++)
        {
            var talk = talks[place];
            if (talk.Kind != TalkKind.Lecture) continue;
            if (talk.Code != default) claims.Add(new Claim(place, CreditScheme.Cme, talk.Code.Number));
            foreach (var offer in talk.Offers ?? []) claims.Add(new Claim(place, offer.Scheme, offer.Subject));
        }
        return [.. claims];
    }
}
