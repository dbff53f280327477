using JmaActors.Benefits;
using JmaActors.Time;
using static System.FormattableString;

namespace JmaActors.Dues;

/// <summary>The three questions of the benefit "dues": is anything late, where do I stand, what next. Pure.</summary>
static class DuesCards
{
    /// <summary>Name of the benefit in standings and next steps.</summary>
    public const string Benefit = "dues";

    /// <summary>Unit of amounts.</summary>
    public const string YenUnit = "yen";

    static readonly Words Name = new("会費", "Dues");

    /// <summary>May this person go on as a member as far as dues go: nothing is beyond its date.</summary>
    public static Verdict MayI(DuesView view, DateOnly on, DuesPolicy policy)
    {
        var late = Late(view, on);
        return late > 0
            ? Of(view, on, policy, "dues-overdue", Mark.Near, new Words(Invariant($"納期限を過ぎた会費が {late:#,0}円あります。"), Invariant($"Dues of {late:#,0} yen are beyond their date.")))
            : Of(view, on, policy, "dues-in-order", Mark.Ok, new Words("納期限を過ぎた会費はありません。", "No dues are beyond their date."));
    }

    /// <summary>What of the year is paid.</summary>
    public static Standing Card(DuesView view, DateOnly on, DuesPolicy policy)
    {
        if (Statement(view, on) is not { } statement) return new Standing(
            Benefit, Name, new Figure("dues-paid", new Words("納付済み", "Paid"), 0, null, YenUnit),
            Of(view, on, policy, "dues-none", Mark.Unknown, new Words("会費はまだ計算されていません。", "No dues have been reckoned yet.")));
        var (outcome, mark) = statement.Status switch
        {
            DuesStatus.Pending => ("dues-pending", Mark.Unknown),
            DuesStatus.Posted => ("dues-posted", Mark.Near),
            DuesStatus.Partly => ("dues-partly", Mark.Near),
            DuesStatus.Overdue => ("dues-overdue", Mark.Over),
            DuesStatus.WrittenOff => ("dues-written-off", Mark.Unknown),
            _ => ("dues-paid", Mark.Ok),
        };
        var text = new Words(
            Invariant($"{statement.Year.Year}年度の会費 {statement.Assessed.Amount:#,0}円のうち {statement.Paid.Amount:#,0}円が納付済みです。"),
            Invariant($"Of {statement.Assessed.Amount:#,0} yen for fiscal {statement.Year.Year}, {statement.Paid.Amount:#,0} yen are paid."));
        var headline = new Figure("dues-paid", new Words(Invariant($"{statement.Year.Year}年度の納付済み"), Invariant($"Paid of fiscal {statement.Year.Year}")), statement.Paid.Amount, statement.Assessed.Amount, YenUnit);
        var why = Of(view, on, policy, outcome, mark, text) with { Nearest = Nearest(view, on) };
        return new Standing(Benefit, Name, headline, why with { Figures = [headline, .. why.Figures] });
    }

    /// <summary>What is due next.</summary>
    public static NextSteps Next(DuesView view, DateOnly on)
    {
        var next = Open(view).Where(a => a.Due >= on).Select(a => (DateOnly?)a.Due).Min();
        var due = Open(view).Where(a => a.Due == next).Sum(a => a.Open.Amount);
        return new NextSteps(
            Benefit, next, next is null ? null : new Words(Invariant($"納期限（{due:#,0}円）"), Invariant($"{due:#,0} yen are due")),
            Open(view).Any(a => a.Due < on && !view.Drawn.Any(d => d.Of.Contains(a.Id))) ? [new NextAction("pay-dues", new Words("納期限を過ぎた分を納める", "Pay what is beyond its date"))] : []);
    }

    /// <summary>The accounts of the year and what of each is paid.</summary>
    public static Counted Counts(DuesView view, DateOnly on)
    {
        var accounts = Statement(view, on)?.Accounts ?? [];
        return new Counted(
            Benefit, on, [.. accounts.Take(BenefitLimits.CountedLines).Select(Line)], Math.Max(0, accounts.Count - BenefitLimits.CountedLines), accounts.Sum(a => a.Paid.Amount));
    }

    static CountedLine Line(DuesAccountView account)
    {
        var item = account.Id.Item == DuesItem.EntryFee ? new Words("入会金", "Entry fee") : new Words(Invariant($"会費 第{account.Id.Term + 1}期"), Invariant($"Dues, term {account.Id.Term + 1}"));
        var open = account.Open.Amount;
        return new CountedLine(
            Invariant($"{account.Id.Creditor.Code}/{account.Id.Via.Code}/{account.Id.Item}/{account.Id.Term}"), account.Due, account.Id.Creditor.Code, item, account.Assessed.Amount - account.Credited.Amount, account.Paid.Amount,
            open > 0 ? new Words(Invariant($"未納 {open:#,0}円"), Invariant($"{open:#,0} yen open")) : new Words("納付済み", "Paid"), account.Why.Row);
    }

    static DuesStatement? Statement(DuesView view, DateOnly on) => view.Statements.FirstOrDefault(s => s.Year == FiscalYear.Of(on)) ?? (view.Statements.Count > 0 ? view.Statements[0] : null);

    static IEnumerable<DuesAccountView> Open(DuesView view) => view.Statements.Where(s => s.Posted is not null).SelectMany(s => s.Accounts).Where(a => a.Open.Amount > 0);

    static long Late(DuesView view, DateOnly on) => Open(view).Where(a => a.Due < on).Sum(a => a.Open.Amount);

    static Words? Nearest(DuesView view, DateOnly on)
    {
        if (Late(view, on) is > 0 and var late) return new Words(Invariant($"納期限を過ぎた会費が {late:#,0}円あります。"), Invariant($"{late:#,0} yen are beyond their date."));
        if (Next(view, on) is not { Date: { } day }) return null;
        var due = Open(view).Where(a => a.Due == day).Sum(a => a.Open.Amount);
        return new Words(Invariant($"{Wareki.Date(day)}までに {due:#,0}円。"), Invariant($"{due:#,0} yen by {day:yyyy-MM-dd}."));
    }

    static Verdict Of(DuesView view, DateOnly on, DuesPolicy policy, string outcome, Mark mark, Words text)
    {
        List<Figure> figures =
        [
            new("dues-open", new Words("未納", "Open"), Open(view).Sum(a => a.Open.Amount), null, YenUnit),
            new("dues-late", new Words("うち納期限を過ぎたもの", "Of it overdue"), Late(view, on), null, YenUnit),
        ];
        if (view.Drawn.Sum(d => d.Amount.Amount) is > 0 and var drawn) figures.Add(new("dues-drawn", new Words("口座振替の結果待ち", "Being drawn by the bank"), drawn, null, YenUnit));
        if (view.Free.Amount > 0) figures.Add(new("dues-free", new Words("前受・過納", "Paid too much"), view.Free.Amount, null, YenUnit));
        return new Verdict(outcome, mark, text, figures, view.Rules, null, on, policy.Edition);
    }
}
