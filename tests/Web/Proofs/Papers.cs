using JmaActors.Credits;
using JmaActors.Proofs;
using JmaActors.Web.Proofs;

namespace JmaActors.Tests.Web.Proofs;

/// <summary>Documents with old and variant characters; nobody real.</summary>
static class Papers
{
    public static readonly ProofHolder Holder = new(new MemberId(1_000_000_001), "髙﨑 邉\U000E0102邉 𠮷葛\U000E0100葛", new RegistryNumber("123456"), true);

    public static AttendanceContent Attendance(CertificateCode code, DateTimeOffset issued, int talks = 3) => new(
        code, issued, Holder, new SessionId("P26-1.1"), "令和8年度 秋季 地域医療研修会 ― 在宅医療と多職種連携、産業保健の最前線、そして災害時の医療体制について考える", "京都府医師会館",
        "京都府医師会", new DateOnly(2026, 11, 23), [.. Enumerable.Range(1, talks).Select(Talk)],
        [new SchemeUnits(CreditScheme.Cme, Units.Of(1.5m), 3), new SchemeUnits(CreditScheme.Occupational, Units.Of(1m), 1)]);

    public static TranscriptContent Transcript(CertificateCode code, DateTimeOffset issued, int entries) => new(
        code, issued, Holder, "日本医師会", new DateOnly(2026, 11, 23), new TranscriptStanding(new(2024), new(2026), Units.Of(37.5m), 21, 58.5m, 60m),
        [new TranscriptScheme(CreditScheme.Cme, Units.Of(12m), [new TranscriptYear(new(2026), Units.Of(12m), 9, [.. Enumerable.Range(1, entries).Select(Entry)])])]);

    public static ReceiptContent Receipt(DateTimeOffset issued) => new(
        "26-2026-000123", "髙橋 春香", "地域医療研修会", 5_500, 500, 10, new DateOnly(2026, 11, 1), issued, "京都府医師会", "京都市中京区", "T1234567890123", true);

    static ProofTalk Talk(int no)
    {
        var start = new DateTimeOffset(2026, 11, 23, 9 + (no / 2), 30 * (no % 2), 0, TimeSpan.FromHours(9));
        return new ProofTalk(
            no, start, start.AddMinutes(30), "在宅医療における多職種連携と「かかりつけ医」の役割：症例から学ぶ意思決定支援", "髙橋 一郎（京都大学医学部附属病院）",
            [new ProofLine(CreditScheme.Cme, 12, new Words("地域医療", "Community medicine"), Units.Of(0.5m)), new ProofLine(CreditScheme.Occupational, 5, new Words("健康管理", "Health care"), Units.Of(0.5m))]);
    }

    static TranscriptEntry Entry(int no) => new(
        new DateOnly(2026, 4, 1).AddDays(no), $"第{no}回 日本医師会生涯教育講座 循環器領域における最新の治療戦略とその実際", CreditMethod.Lecture, 12, new Words("地域医療", "Community medicine"), Units.Of(0.5m));
}
