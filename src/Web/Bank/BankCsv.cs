using System.Globalization;
using System.Text;
using JmaActors.Bank;
using JmaActors.Web.Access;
using JmaActors.Web.Files;

namespace JmaActors.Web.Bank;

/// <summary>Reads a bank's CSV. It says of which account it is nowhere, so whoever brings it does.</summary>
public static class BankCsv
{
    /// <param name="columns">What each column is, by names joined with commas; null to go by the headings.</param>
    /// <exception cref="BankFileException">A line cannot be read.</exception>
    /// <exception cref="InvalidInputException">It is no table, or a column is missing.</exception>
    public static async Task<BankFile> Read(byte[] file, BankAccountId account, string? columns, DateOnly today, CancellationToken ct)
    {
        await using var table = await FileTable.Open(file, ct).ConfigureAwait(false);
        var map = columns is null ? Guessed(table.Headings) : BankColumns.Set.Read(columns, table.Headings.Length);
        var (lines, passed) = (new BankLines(), 0);
        while (await table.Next(ct).ConfigureAwait(false) is { } line)
        {
            if (line.Fault is { } fault) throw new BankFileException("bad-row", line.Line, 1, fault.Detail);
            if (Read(line, map, today) is { } found) lines.Add(found);
            else passed++;
        }
        return new BankFile(account, BankFileKind.Csv, "", lines.All, passed);
    }

    /// <summary>Other columns than ours are usual in such files and are passed over.</summary>
    static ColumnMap<BankColumn> Guessed(string[] headings) => BankColumns.Set.Read(BankColumns.Set.Written(BankColumns.Set.Guess(headings)), headings.Length);

    /// <summary>Null for a line of money that went, or of none.</summary>
    static BankLine? Read(TableLine line, ColumnMap<BankColumn> map, DateOnly today)
    {
        var amount = Amount(line, map, BankColumn.Amount);
        if (amount == 0)
        {
            Amount(line, map, BankColumn.Out);
            return null;
        }
        if (amount > BankText.LargestAmount) throw Fault(line, map, BankColumn.Amount, "bad-amount", $"An amount is at most {BankText.LargestAmount} yen.");
        if (FileValues.Day(map.Of(line.Fields, BankColumn.Date)) is not { } day) throw Fault(line, map, BankColumn.Date, "bank-day", "A day is wanted here, like 2026-11-20.");
        if (!BankText.Recent(day, today)) throw Fault(line, map, BankColumn.Date, "bank-day", $"A line is of the last {BankLimits.OldestDays} days.");
        return new BankLine(line.Line, day, "", 1, new Yen(amount), Short(map.Of(line.Fields, BankColumn.Code)), Short(map.Of(line.Fields, BankColumn.Name)), false, BankFileKind.Csv);
    }

    static string Short(string text) => text.Length <= BankLimits.Name ? text : text[..BankLimits.Name];

    static long Amount(TableLine line, ColumnMap<BankColumn> map, BankColumn column)
    {
        var text = map.Of(line.Fields, column).Normalize(NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal).Trim('¥', '\\', '円', ' ');
        if (text is "" or "-") return 0;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? amount : throw Fault(line, map, column, "bank-number", "An amount in whole yen is wanted here.");
    }

    static BankFileException Fault(TableLine line, ColumnMap<BankColumn> map, BankColumn column, string reason, string wanted)
    {
        var at = map.Columns.Select((c, i) => (c, i)).First(c => c.c == column).i + 1;
        return new BankFileException(reason, line.Line, at, $"{BankColumns.Set.NameOf(column)}: {wanted}");
    }
}
