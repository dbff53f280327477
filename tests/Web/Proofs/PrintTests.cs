using JmaActors.Credits;
using JmaActors.Proofs;
using JmaActors.Web;
using JmaActors.Web.Proofs;
using PdfSharp.Pdf.IO;

namespace JmaActors.Tests.Web.Proofs;

/// <summary>Files as they are printed, opened again.</summary>
public sealed class PrintTests
{
    const int Bytes = 200 * 1024;

    readonly ProofPrinter printer = new("https://jma.example");

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_content_gives_the_same_bytes_and_another_code_others()
    {
        var paper = Papers.Attendance(FakeCertificates.Code, FakeCertificates.IssuedAt);
        var first = await printer.Attendance(paper, Ct);
        Assert.Equal(first.Bytes, (await new ProofPrinter("https://jma.example").Attendance(paper, Ct)).Bytes);
        Assert.NotEqual(first.Sha256, (await printer.Attendance(paper with { Code = CertificateCode.From(new byte[10]) }, Ct)).Sha256);
        Assert.NotEqual(first.Sha256, (await new ProofPrinter("https://other.example").Attendance(paper, Ct)).Sha256);
        var transcript = Papers.Transcript(FakeCertificates.Code, FakeCertificates.IssuedAt, 90);
        Assert.Equal((await printer.Transcript(transcript, Ct)).Sha256, (await new ProofPrinter("https://jma.example").Transcript(transcript, Ct)).Sha256);
        Assert.Equal((await printer.Receipt(Papers.Receipt(FakeCertificates.IssuedAt), Ct)).Sha256, (await new ProofPrinter("https://jma.example").Receipt(Papers.Receipt(FakeCertificates.IssuedAt), Ct)).Sha256);
    }

    [Theory, InlineData(1, 1), InlineData(3, 1), InlineData(20, 3)]
    public async Task A_certificate_is_a_page_and_goes_on_when_the_program_is_long(int talks, int pages) =>
        Assert.Equal(pages, Pages((await printer.Attendance(Papers.Attendance(FakeCertificates.Code, FakeCertificates.IssuedAt, talks), Ct)).Bytes));

    [Theory, InlineData(1, 1), InlineData(40, 3), InlineData(200, 10)]
    public async Task A_transcript_has_as_many_pages_as_its_entries_need(int entries, int pages) =>
        Assert.Equal(pages, Pages((await printer.Transcript(Papers.Transcript(FakeCertificates.Code, FakeCertificates.IssuedAt, entries), Ct)).Bytes));

    [Fact]
    public async Task A_file_embeds_a_subset_stays_small_and_says_what_it_is()
    {
        var file = (await printer.Attendance(Papers.Attendance(FakeCertificates.Code, FakeCertificates.IssuedAt), Ct)).Bytes;
        Assert.InRange(file.Length, 1, Bytes);
        using var document = PdfReader.Open(new MemoryStream(file), PdfDocumentOpenMode.Import);
        Assert.StartsWith("受講証明書", document.Info.Title, StringComparison.Ordinal);
        Assert.Equal($"JMA-PROOF:{FakeCertificates.Code}", document.Info.Keywords);
        Assert.Equal(FakeCertificates.IssuedAt.UtcDateTime, document.Info.CreationDate.ToUniversalTime());
        Assert.Equal(FakeCertificates.Code, CodeMark.In(file));
    }

    [Fact]
    public async Task A_receipt_is_one_page_and_no_certificate()
    {
        var file = (await printer.Receipt(Papers.Receipt(FakeCertificates.IssuedAt), Ct)).Bytes;
        Assert.Equal((1, null), (Pages(file), CodeMark.In(file)));
    }

    [Fact]
    public async Task Many_at_once_print_the_same()
    {
        var paper = Papers.Attendance(FakeCertificates.Code, FakeCertificates.IssuedAt);
        // One printer each: nothing is kept yet.
        var digests = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () => (await new ProofPrinter("https://jma.example").Attendance(paper, Ct)).Sha256, Ct)));
        Assert.Single(digests.Distinct());
    }

    [Fact]
    public async Task What_was_drawn_is_kept_and_what_says_anything_else_is_drawn_anew()
    {
        var paper = Papers.Attendance(FakeCertificates.Code, FakeCertificates.IssuedAt);
        var first = await printer.Attendance(paper, Ct);
        Assert.Same(first, await printer.Attendance(Papers.Attendance(FakeCertificates.Code, FakeCertificates.IssuedAt), Ct));
        var talk = paper.Talks[0];
        foreach (var other in new[]
        {
            paper with { Totals = [.. paper.Totals.Select(t => t with { Units = Units.Of(9.5m) })] },
            paper with { Holder = paper.Holder with { Member = new MemberId(1_000_000_999) } },
            paper with { Talks = [talk with { Lines = [.. talk.Lines.Select(l => l with { Units = Units.Of(9.5m) })] }, .. paper.Talks.Skip(1)] },
            paper with { Date = paper.Date.AddDays(1) },
        })
        {
            var drawn = await printer.Attendance(other, Ct);
            Assert.NotSame(first, drawn);
            Assert.Equal(drawn.Sha256, (await new ProofPrinter("https://jma.example").Attendance(other, Ct)).Sha256);
        }
    }

    [Fact]
    public async Task More_papers_than_may_wait_are_asked_for_again_later()
    {
        var papers = Enumerable.Range(0, WebLimits.PrintsWaiting + 20).Select(i => Papers.Receipt(FakeCertificates.IssuedAt) with { Number = $"R-{i}" });
        var told = await Task.WhenAll(papers.Select(p => Task.Run(async () =>
        {
            try { return (await printer.Receipt(p, Ct)).Name; } catch (TryAgainException again) { return again.Reason; }
        }, Ct)));
        Assert.All(told, t => Assert.True(t == "busy" || t.StartsWith("receipt-R-", StringComparison.Ordinal), t));
        Assert.True(told.Count(t => t != "busy") >= WebLimits.PrintsWaiting);
    }

    [Fact]
    public void Lines_break_between_any_two_characters_but_not_inside_a_word_or_before_a_full_stop()
    {
        static double Ten(string text) => text.Length * 10;
        Assert.Equal(["あいうえお", "か。"], LineBreaks.Of("あいうえおか。", 50, Ten));
        Assert.Equal(["the", "heart", "rate"], LineBreaks.Of("the heart rate", 50, Ten));
        Assert.Equal(["あいう", "（えお）"], LineBreaks.Of("あいう（えお）", 40, Ten));
        Assert.Equal(["あいうえお", "かきくけ…"], LineBreaks.Of("あいうえおかきくけこさしすせそ", 50, Ten, 2));
        Assert.Equal([""], LineBreaks.Of("", 50, Ten));
    }

    [Theory, InlineData(null, "http://localhost:5080"), InlineData(" https://jma.example/ ", "https://jma.example")]
    public void The_address_printed_is_the_setting_or_where_the_site_answers(string? setting, string address) =>
        Assert.Equal(address, ProofSetup.Address(setting, ["http://127.0.0.1:5080"]));

    static int Pages(byte[] file)
    {
        using var document = PdfReader.Open(new MemoryStream(file), PdfDocumentOpenMode.Import);
        return document.PageCount;
    }
}
