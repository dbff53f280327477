using JmaActors.Accounts;
using JmaActors.Web.Accounts;

namespace JmaActors.Benchmarks.Who;

/// <summary>Tokens as an account's page would issue them.</summary>
static class BenchTokens
{
    public static async Task<string> Issue(IClusterClient client, CallerRole role, string scope)
    {
        var account = Guid.NewGuid().ToString("N");
        var ledger = client.GetGrain<IAccountGrain>(account);
        Accepted(await ledger.Grant(new GrantFunction("f1", role, scope, OfficeDuties.All, new DateOnly(2020, 4, 1), null, "bench", Caller.System), CancellationToken.None));
        var (token, text) = BearerToken.New(account);
        Accepted(await ledger.Issue(new IssueToken(token.Id, "bench", token.Hash, "f1", TimeProvider.System.GetUtcNow().AddDays(1), Caller.System), CancellationToken.None));
        return text;
    }

    static void Accepted<T>(Answer<T> answer)
    {
        if (!answer.Accepted) throw new InvalidOperationException($"No token: {answer.Refusal?.Reason}");
    }
}
