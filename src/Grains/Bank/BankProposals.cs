using JmaActors.Dues;
using JmaActors.Members;

namespace JmaActors.Bank;

/// <summary>Who may have paid a line: people of the payer's reading who owe exactly its amount. Pure.</summary>
static class BankProposals
{
    /// <summary>The name a bank gave in the form readings are found by, without a number before it.</summary>
    public static string Reading(string payer) => NameRules.Fold(payer.TrimStart().TrimStart(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-', ' ']));

    public static IReadOnlyList<BankProposal> Of(BankLineView line, IReadOnlyList<(long Member, string Name, string Kana)> people, IReadOnlyList<DuesView?> dues)
    {
        if (line.Status != BankLineStatus.Waiting || line.Cancels) return [];
        var reading = Reading(line.Payer);
        List<BankProposal> proposed = [];
        for (var i = 0; i < people.Count && proposed.Count < BankLimits.Proposals; i++)
        {
            if (people[i].Kana == reading && dues[i] is { } view && Owes(view, line.Amount)) proposed.Add(new BankProposal(new MemberId(people[i].Member), people[i].Name, Open(view)));
        }
        return proposed;
    }

    /// <summary>All that is open, all up to one of its dates, or all of one date.</summary>
    static bool Owes(DuesView view, Yen amount)
    {
        var sum = Yen.Zero;
        foreach (var due in Posted(view).Where(a => a.Open > Yen.Zero).GroupBy(a => a.Due).OrderBy(g => g.Key))
        {
            var one = new Yen(due.Sum(a => a.Open.Amount));
            sum += one;
            if (one == amount || sum == amount) return true;
        }
        return false;
    }

    static Yen Open(DuesView view) => new(Posted(view).Sum(a => a.Open.Amount));

    static IEnumerable<DuesAccountView> Posted(DuesView view) => view.Statements.Where(s => s.Posted is not null).SelectMany(s => s.Accounts);
}
