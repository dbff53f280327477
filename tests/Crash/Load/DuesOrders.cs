using System.Globalization;
using System.Text;
using System.Text.Json;

namespace JmaActors.Crash.Load;

/// <summary>A bank account of an association.</summary>
sealed record Till(string Office, string Account)
{
    public PlainOrder Open => new($"associations/{Office}/bank-accounts", $$"""{"account":"{{Account}}","name":"Crash test"}""");
}

/// <summary>Has somebody's dues of a year reckoned and sent. Again it does what a change since asks for, or nothing.</summary>
sealed class AssessOrder(string member, int year) : Order($"members/{member}/dues/assessments", string.Create(CultureInfo.InvariantCulture, $$"""{"year":{{year}},"post":true}"""))
{
    protected override void Read(JsonElement answer, Complaints complaints) { }
}

/// <summary>A payment at a desk.</summary>
sealed class PayOrder(string member, string key, int yen, string body) : PlainOrder($"members/{member}/dues/payments", body)
{
    public long Member { get; } = long.Parse(member, CultureInfo.InvariantCulture);

    public string Key => key;

    public int Yen => yen;
}

/// <summary>A bank's file. Each amount is of one line of one file, so that it is the line's name here.</summary>
sealed class BankOrder(Till till, IReadOnlyList<(string Member, long Yen)> lines, DateOnly on) : PlainOrder($"associations/{till.Office}/bank-files?account={till.Account}", Csv(lines, on))
{
    public override string Type => "text/csv";

    public Till Till => till;

    public IReadOnlyList<long> Amounts => [.. lines.Select(l => l.Yen)];

    static string Csv(IReadOnlyList<(string Member, long Yen)> lines, DateOnly on)
    {
        var csv = new StringBuilder("date,deposit,payername\n");
        foreach (var (member, yen) in lines) csv.Append(CultureInfo.InvariantCulture, $"{on:yyyy-MM-dd},{yen},{Number(member)} MIHON\n");
        return csv.ToString();
    }

    /// <summary>The payer's number: eight digits of the member's and ISO 7064 MOD 97-10.</summary>
    static string Number(string member)
    {
        var serial = long.Parse(member, CultureInfo.InvariantCulture) - 1_000_000_000;
        return string.Create(CultureInfo.InvariantCulture, $"{serial:D8}{98 - (serial * 100 % 97):D2}");
    }
}
