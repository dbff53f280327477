using JmaActors.Bank;

namespace JmaActors.Web.Bank;

/// <summary>What a file says of one account.</summary>
/// <param name="Holder">口座名, as the bank gives it; empty where it does not.</param>
/// <param name="Passed">Lines of money that went, or of nothing: they are only checked.</param>
public sealed record BankFile(BankAccountId Account, BankFileKind Kind, string Holder, IReadOnlyList<BankLine> Lines, int Passed);

/// <summary>Lines as they are found, each told which of those alike it is.</summary>
sealed class BankLines
{
    readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);
    readonly List<BankLine> lines = [];

    public IReadOnlyList<BankLine> All => lines;

    /// <exception cref="BankFileException">There are more than a file may have.</exception>
    public void Add(BankLine line)
    {
        if (lines.Count == BankLimits.Lines) throw new BankFileException("too-many-rows", line.Line, 1, $"A file has at most {BankLimits.Lines} lines.");
        var nth = seen[line.Base] = seen.GetValueOrDefault(line.Base) + 1;
        lines.Add(line with { Nth = nth });
    }
}
