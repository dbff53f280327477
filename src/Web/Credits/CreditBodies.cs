using JmaActors.Credits;
using JmaActors.Web.Http;

namespace JmaActors.Web.Credits;

/// <summary>Records credit earned otherwise than at a seminar's door.</summary>
/// <param name="Key">Natural key within the person's ledger, 1 to 100 characters: the same again gets the first answer.</param>
/// <param name="Post">True: counts at once. False: waits to be settled.</param>
/// <param name="Score">Percent of correct answers, 0 to 100, rounded down; wanted of methods 1 and 2 when a person reports for herself.</param>
/// <param name="Evidence">The document that proves it, uploaded before: its name and SHA-256; wanted of the other methods when a person reports for herself.</param>
public sealed record AccrueBody(
    string Key, CreditMethod Method, CurriculumCode Code, Units Units, DateOnly Date, string Title, bool Post, int? Score = null, Evidence? Evidence = null)
{
    public AccrueCredit ToCommand(Caller caller) => new(
        Input.Text(Key, "key", CreditLimits.KeyLength), Method, Code, Units, Date, Input.Text(Title, "title", CreditLimits.TitleLength), Post, caller, Score, Evidence);
}

/// <summary>Posts or voids an entry.</summary>
/// <param name="Post">True posts, false voids.</param>
/// <param name="Reason">Why; wanted when it is voided.</param>
public sealed record SettleBody(bool Post, string Reason = "")
{
    public SettleCredit ToCommand(string key, Caller caller) => new(key, Post, Input.Text(Reason, "reason", WebLimits.Reason, shortest: Post ? 0 : 1), caller);
}
