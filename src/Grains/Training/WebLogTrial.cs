using JmaActors.Credits;
using JmaActors.Ledgers;

namespace JmaActors.Training;

/// <summary>What a decided web log comes to, before it is kept. Pure.</summary>
static class WebLogTrial
{
    /// <summary>Lines that say something new.</summary>
    public static int Taken(in Decision<SessionEvent> decision)
    {
        var taken = 0;
        for (var i = 0; i < decision.Count; i++) taken += decision[i] is WebAttended ? 1 : 0;
        return taken;
    }

    /// <summary>The answer, with what the people named would hold more than now, and what would be voided and why.</summary>
    public static WebLogAnswer Of(SessionState state, WebLog log, in Decision<SessionEvent> decision)
    {
        var earned = new SortedDictionary<CreditScheme, SchemeFigures>();
        var voids = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < decision.Count; i++)
        {
            if (decision[i] is not CreditAssessed assessed) continue;
            foreach (var claim in assessed.Claims) Add(state, assessed.Member, claim, earned, voids);
        }
        var taken = Taken(decision);
        return new WebLogAnswer(taken, log.Lines.Count - taken, log.Holders.Count, [.. earned.Values], voids);
    }

    static void Add(SessionState state, long member, ClaimAssessed claim, SortedDictionary<CreditScheme, SchemeFigures> earned, Dictionary<string, int> voids)
    {
        var held = state.Find(member)?.Marks[state.ClaimAt(claim.Talk, claim.Scheme)] ?? default;
        var more = claim.Tenths - held.Tenths;
        var sum = earned.GetValueOrDefault(claim.Scheme) ?? new SchemeFigures(claim.Scheme, 0, 0, 0);
        earned[claim.Scheme] = claim.State switch
        {
            CreditState.Voided => sum with { Voided = sum.Voided + 1 },
            CreditState.Posted => sum with { PostedTenths = sum.PostedTenths + more },
            _ => sum with { PendingTenths = sum.PendingTenths + more },
        };
        if (claim is { State: CreditState.Voided, Reason: { } reason }) voids[reason] = voids.GetValueOrDefault(reason) + 1;
    }
}
