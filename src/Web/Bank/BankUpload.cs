using JmaActors.Bank;
using JmaActors.Web.Access;

namespace JmaActors.Web.Bank;

/// <summary>What became of a file's lines of one account, or would.</summary>
/// <param name="Passed">Lines of money that went: only checked.</param>
/// <param name="Known">Lines taken before.</param>
/// <param name="Books">Lines whose payer's number says whose they are.</param>
/// <param name="Doubtful">Lines that may be the same as one of another kind of file; they wait too.</param>
public sealed record BankFileReport(
    string Account, string Holder, BankFileKind Kind, int Lines, Yen Amount, int Passed, int Known, int Books, Yen BooksAmount, int Waits, int Doubtful, IReadOnlyList<BankFileLine> First);

/// <summary>A line of a file as it was understood.</summary>
public sealed record BankFileLine(int Line, DateOnly On, Yen Amount, string Payer, BankLineFate Fate, MemberId? Member, string Doubt);

/// <param name="DryRun">Nothing was recorded.</param>
public sealed record BankReport(bool DryRun, IReadOnlyList<BankFileReport> Files);

/// <summary>Takes a bank's file. It is read whole and looked at by its accounts first, so that a file with a fault leaves nothing behind; one that was cut off is sent again, and what was taken is passed over.</summary>
public sealed class BankUpload(Gateway gateway, TimeProvider clock)
{
    /// <summary>Lines of an account that a report shows.</summary>
    public const int Shown = 200;

    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    /// <param name="account">Of which account a CSV is; null where the file says so itself.</param>
    /// <param name="columns">Of a CSV what each column is; null to go by the headings.</param>
    /// <exception cref="InvalidInputException">The file is no table and no bank's file.</exception>
    public async Task<Answer<BankReport>> Take(AssociationId association, byte[] file, BankAccountId? account, string? columns, bool dryRun, Caller caller, CancellationToken ct)
    {
        gateway.RequireBank(association, caller);
        IReadOnlyList<BankFile> files;
        try
        {
            files = await Read(file, account, columns, ct).ConfigureAwait(false);
        }
        catch (BankFileException fault)
        {
            return new Answer<BankReport>(null, fault.Refusal, 0, false);
        }

        List<BankFileReport> reports = [];
        foreach (var one in files)
        {
            var tried = await Send(association, one, true, caller, ct).ConfigureAwait(false);
            if (tried.Refusal is not null) return new Answer<BankReport>(null, tried.Refusal, 0, false);
            reports.Add(Report(one, tried.Value!));
        }

        if (dryRun) return new Answer<BankReport>(new BankReport(true, reports), null, 0, false);
        for (var i = 0; i < files.Count; i++)
        {
            var taken = await Send(association, files[i], false, caller, ct).ConfigureAwait(false);
            if (taken.Refusal is not null) return new Answer<BankReport>(null, taken.Refusal, 0, false);
            reports[i] = Report(files[i], taken.Value!);
        }

        return new Answer<BankReport>(new BankReport(false, reports), null, 0, reports.All(r => r.Known == r.Lines));
    }

    async Task<IReadOnlyList<BankFile>> Read(byte[] file, BankAccountId? account, string? columns, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Tokyo).DateTime);
        if (ZenginRecords.Begins(file, ZenginReader.Transfers, ZenginReader.Statement)) return ZenginReader.Read(file, today);
        return account is { } of ? [await BankCsv.Read(file, of, columns, today, ct).ConfigureAwait(false)] : throw new InvalidInputException("account", "Of a CSV say of which account it is; a file of fixed-width records begins with 101 or 103.");
    }

    async Task<Answer<IReadOnlyList<BankLineFound>>> Send(AssociationId association, BankFile file, bool dryRun, Caller caller, CancellationToken ct)
    {
        List<BankLineFound> found = [];
        // Also of a file without lines it is asked whose account it is.
        foreach (var chunk in file.Lines.Count == 0 ? [[]] : file.Lines.Chunk(BankLimits.Chunk))
        {
            var answer = await gateway.TakeBankLines(file.Account, new TakeBankLines(association, chunk, caller), dryRun, ct).ConfigureAwait(false);
            if (answer.Value is null) return answer;
            found.AddRange(answer.Value);
        }

        return new Answer<IReadOnlyList<BankLineFound>>(found, null, 0, false);
    }

    static BankFileReport Report(BankFile file, IReadOnlyList<BankLineFound> found)
    {
        var lines = file.Lines.Zip(found).Select(l => new BankFileLine(l.First.Line, l.First.On, l.First.Amount, l.First.Name, l.Second.Fate, l.Second.Member, l.Second.Doubt)).ToList();
        int Count(BankLineFate fate) => lines.Count(l => l.Fate == fate);
        return new BankFileReport(
            file.Account.Text, file.Holder, file.Kind, lines.Count, new Yen(lines.Sum(l => l.Amount.Amount)), file.Passed, Count(BankLineFate.Known), Count(BankLineFate.Books),
            new Yen(lines.Where(l => l.Fate == BankLineFate.Books).Sum(l => l.Amount.Amount)), Count(BankLineFate.Waits), Count(BankLineFate.Doubtful), [.. lines.Take(Shown)]);
    }
}
