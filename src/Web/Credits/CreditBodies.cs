using JmaActors.Credits;
using JmaActors.Web.Http;

namespace JmaActors.Web.Credits;

/// <summary>Records credit earned otherwise than at a seminar's door.</summary>
/// <param name="Key">Natural key within the person's ledger, 1 to 100 characters: the same again gets the first answer.</param>
/// <param name="Post">True: counts at once. False: waits to be settled.</param>
public sealed record AccrueBody(string Key, CreditMethod Method, CurriculumCode Code, Units Units, DateOnly Date, string Title, bool Post)
{
    public AccrueCredit ToCommand(Caller caller) => new(
        Input.Text(Key, "key", CreditLimits.KeyLength), Method, Code, Units, Date, Input.Text(Title, "title", CreditLimits.TitleLength), Post, caller);
}

/// <summary>Posts or voids an entry.</summary>
/// <param name="Post">True posts, false voids.</param>
/// <param name="Reason">Why; wanted when it is voided.</param>
public sealed record SettleBody(bool Post, string Reason = "")
{
    public SettleCredit ToCommand(string key, Caller caller) => new(key, Post, Input.Text(Reason, "reason", WebLimits.Reason, shortest: Post ? 0 : 1), caller);
}
