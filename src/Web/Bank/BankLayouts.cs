namespace JmaActors.Web.Bank;

/// <summary>Records of the files banks and associations exchange, as 全国銀行協会 defines them (seen in the published layouts of 阿波銀行, きらぼし銀行 and 宮崎銀行).</summary>
public static class BankLayouts
{
    /// <summary>振込入金通知 (種別 01), 200 bytes.</summary>
    public static readonly ZenginLayout
        TransferHeader = new("record:1N type:2N code:1N made:6N from:6N to:6N bank:4N bankName:15C branch:3N branchName:15C sort:1N number:7N holder:40C pad:93C"),
        Transfer = new("record:1N inquiry:6N day:6N value:6N amount:10N others:10N payer:10N name:48C fromBank:15C fromBranch:15C cancels:1C edi:20C pad:52C"),
        TransferTrailer = new("record:1N count:6N amount:12N cancelled:6N cancelledAmount:12N pad:163C");

    /// <summary>入出金取引明細 (種別 03), 200 bytes.</summary>
    public static readonly ZenginLayout
        StatementHeader = new("record:1N type:2N code:1N made:6N from:6N to:6N bank:4N bankName:15C branch:3N branchName:15C zeros:3N sort:1N number:10N holder:40C overdrawn:1N book:1N before:14N pad:71C"),
        Statement = new("record:1N inquiry:8C day:6N value:6N way:1N deal:2N amount:12N others:12N shown:6N bounced:6N bill:1N billNumber:7N branch:3N payer:10N name:48C fromBank:15C fromBranch:15C note:20C edi:20C pad:1C"),
        StatementTrailer = new("record:1N in:6N inAmount:13N out:6N outAmount:13N overdrawn:1N after:14N records:7N pad:139C");

    /// <summary>預金口座振替 (種別 91), 120 bytes; what the bank gives back has the same records with results in them.</summary>
    public static readonly ZenginLayout
        DebitHeader = new("record:1N type:2N code:1N client:10N clientName:40C day:4N bank:4N bankName:15C branch:3N branchName:15C sort:1N number:7N pad:17C"),
        Debit = new("record:1N bank:4N bankName:15C branch:3N branchName:15C pad:4C sort:1N number:7N holder:30C amount:10N fresh:1N customer:20C result:1C end:8C"),
        DebitTrailer = new("record:1N count:6N amount:12N paid:6N paidAmount:12N failed:6N failedAmount:12N pad:65C");

    public static readonly ZenginLayout ShortEnd = new("record:1N pad:119C"), LongEnd = new("record:1N pad:199C");
}
