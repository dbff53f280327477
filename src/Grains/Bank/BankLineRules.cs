using System.Globalization;

namespace JmaActors.Bank;

/// <summary>By what a line is known again, and what taking it does. Pure.</summary>
public static class BankLineRules
{
    /// <summary>The natural key of a line within its account. Files have their days whole, or the bank's own numbers.</summary>
    public static string Key(BankLine line) => line.Nth > 1 ? string.Create(CultureInfo.InvariantCulture, $"{line.Base}.{line.Nth}") : line.Base;

    /// <summary>What is wrong with lines to be taken; null when nothing is.</summary>
    public static Refusal? Fault(IReadOnlyList<BankLine> lines, DateOnly today)
    {
        if (lines.Count > BankLimits.Chunk) return new Refusal("too-many-rows", "", $"At most {BankLimits.Chunk} lines at once.");
        foreach (var line in lines)
        {
            if (line.Amount.Amount is <= 0 or > BankLimits.LargestLine) return new Refusal("bad-amount", "", $"Line {line.Line}: an amount is 1 to {BankLimits.LargestLine} yen.");
            if (line.On > today || line.On < today.AddDays(-BankLimits.OldestDays)) return new Refusal("bad-date", "", $"Line {line.Line}: a line is of the last {BankLimits.OldestDays} days.");
            if (!Enum.IsDefined(line.Kind) || line.Nth < 1 || line.Inquiry.Length > 10 || line.Name.Length > BankLimits.Name || line.Code.Length > BankLimits.Name) return new Refusal("bad-row", "", $"Line {line.Line} is no line of a bank.");
        }
        return lines.Select(Key).Distinct(StringComparer.Ordinal).Count() < lines.Count ? new Refusal("bad-row", "", "Two lines say that they are the same.") : null;
    }

    /// <summary>What taking each line does.</summary>
    /// <param name="owing">People who owe dues through the association.</param>
    public static IReadOnlyList<BankLineFound> Find(BankAccountState state, IReadOnlyList<BankLine> lines, IReadOnlySet<long> owing)
    {
        var found = new List<BankLineFound>(lines.Count);
        var alike = state.Lines.GroupBy(l => l.Value.Like, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var key = Key(line);
            if (state.Lines.ContainsKey(key))
            {
                found.Add(new BankLineFound(line.Line, key, BankLineFate.Known, null, ""));
                continue;
            }
            var doubt = alike.GetValueOrDefault(line.Like)?.Find(l => l.Value.Kind != line.Kind).Key ?? "";
            var member = PayerNumber.Find(line.Code, line.Name) is { } payer && owing.Contains(payer.Number) ? payer : (MemberId?)null;
            var fate = doubt.Length > 0 ? BankLineFate.Doubtful : member is null || line.Cancels || line.Amount.Amount > Dues.DuesLimits.LargestPayment ? BankLineFate.Waits : BankLineFate.Books;
            found.Add(new BankLineFound(line.Line, key, fate, member, doubt));
        }
        return found;
    }
}
