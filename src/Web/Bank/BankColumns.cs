using JmaActors.Web.Files;

namespace JmaActors.Web.Bank;

/// <summary>The columns of a bank's CSV that are read. Documented in <c>docs/bank-files.md</c>.</summary>
public enum BankColumn
{
    Date,
    Amount,
    Out,
    Code,
    Name,
}

/// <summary>By which headings they are known.</summary>
public static class BankColumns
{
    public static readonly ColumnSet<BankColumn> Set = new(
        new(BankColumn.Date, "date", ["日付", "取引日", "勘定日", "入金日", "お取引日", "取扱日", "年月日", "取引年月日"], ["取引日", "勘定日", "入金日", "日付", "date"], Wanted: true),
        new(BankColumn.Amount, "amount", ["入金額", "入金金額", "お預入金額", "お預り金額", "預入金額", "お預け入れ", "入金", "振込金額", "金額", "deposit"], ["入金", "預入", "預り", "預け入れ", "金額"], Wanted: true),
        new(BankColumn.Out, "out", ["出金額", "出金金額", "お支払金額", "お引出金額", "お引出し", "出金", "支払金額", "withdrawal"], ["出金", "支払", "引出"]),
        new(BankColumn.Code, "code", ["振込依頼人コード", "依頼人コード", "振込依頼人番号", "依頼人番号", "収納番号", "payer"], ["依頼人コード", "依頼人番号"]),
        new(BankColumn.Name, "name", ["振込依頼人名", "振込依頼人", "依頼人名", "摘要", "摘要内容", "お取引内容", "取引内容", "内容", "payername"], ["依頼人", "摘要", "内容"], Wanted: true));
}
