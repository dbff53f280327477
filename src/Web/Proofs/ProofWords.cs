using JmaActors.Credits;

namespace JmaActors.Web.Proofs;

/// <summary>
/// What is printed on documents: Japanese, with English beneath. Kept here and not in the resources, because a document reads the same in whatever language
/// the site is shown: another word would be another file.
/// </summary>
static class ProofWords
{
    public static readonly Words Attendance = new("受 講 証 明 書", "Certificate of Attendance");
    public static readonly Words Transcript = new("単位取得明細", "Transcript of Study Credits");
    public static readonly Words Receipt = new("領 収 書", "Receipt");

    public static readonly Words Attended = new(
        "上記の者は、下記の研修会を受講し、次のとおり単位を取得したことを証明する。",
        "This certifies that the person named above attended the following program and earned the units listed.");

    public static readonly Words Listed = new(
        "確定した単位を記載する。仮計上・取消の単位は含まない。", "Posted units only; pending and voided entries are not listed.");

    public static readonly Words Program = new("研修会名", "Program");
    public static readonly Words Date = new("開催日", "Date");
    public static readonly Words Place = new("会場", "Venue");
    public static readonly Words Host = new("主催", "Host");
    public static readonly Words Time = new("時間", "Time");
    public static readonly Words Talk = new("講演", "Talk");
    public static readonly Words Subject = new("制度・科目", "Scheme, subject");
    public static readonly Words Units = new("単位", "Units");
    public static readonly Words Minutes = new("分", "Min.");
    public static readonly Words Sum = new("合計", "Total");
    public static readonly Words Name = new("氏名", "Name");
    public static readonly Words Registry = new("医籍登録番号", "Registry no.");
    public static readonly Words Member = new("会員番号", "Member no.");
    public static readonly Words AsOf = new("基準日", "As of");
    public static readonly Words Day = new("日付", "Date");
    public static readonly Words Content = new("内容", "Content");
    public static readonly Words Method = new("取得方法", "Method");
    public static readonly Words Codes = new("コード・科目", "Code, subject");
    public static readonly Words Number = new("証明書番号", "Certificate no.");
    public static readonly Words Issued = new("発行日", "Issued");
    public static readonly Words Verify = new("真正性の確認", "Verify this document");
    public static readonly Words Standing = new("日医生涯教育認定証まで", "Towards the JMA CME certificate");
    public static readonly Words Sample = new("見 本", "SAMPLE");

    public static readonly Words Amount = new("領収金額（税込）", "Amount received, tax included");
    public static readonly Words Net = new("税抜金額", "Net");
    public static readonly Words Paid = new("領収日", "Paid on");
    public static readonly Words ReceiptNumber = new("領収書番号", "Receipt no.");
    public static readonly Words Received = new("上記の金額を正に領収いたしました。", "Received with thanks.");
    public static readonly Words TaxNumber = new("登録番号", "Tax registration no.");

    public static Words Scheme(CreditScheme scheme) => scheme switch
    {
        CreditScheme.Cme => new("日医生涯教育制度", "JMA CME"),
        CreditScheme.Occupational => new("認定産業医制度", "Occupational physician"),
        CreditScheme.Sports => new("認定健康スポーツ医制度", "Health sports physician"),
        CreditScheme.Kakaritsuke => new("日医かかりつけ医機能研修制度", "Family doctor functions"),
        CreditScheme.CommonLecture => new("日本専門医機構 共通講習", "Specialist common lectures"),
        _ => new($"{scheme}", $"{scheme}"),
    };

    /// <summary>How a subject is called: CC 12 for a curriculum code, its title alone otherwise.</summary>
    public static string SubjectOf(CreditScheme scheme, short subject, Words title) => (scheme, subject) switch
    {
        (CreditScheme.Cme, 0) => "",
        (CreditScheme.Cme, _) => FormattableString.Invariant($"CC{subject} {title.Ja}"),
        _ => title.Ja,
    };

    public static string MethodOf(CreditMethod method) => method switch
    {
        CreditMethod.Journal => "日医雑誌",
        CreditMethod.ELearning => "e-ラーニング",
        CreditMethod.Lecture => "講習会",
        CreditMethod.ExamWriting => "試験問題作成",
        CreditMethod.Teaching => "指導",
        CreditMethod.HandsOn => "体験学習",
        CreditMethod.Paper => "論文執筆",
        _ => "",
    };
}
