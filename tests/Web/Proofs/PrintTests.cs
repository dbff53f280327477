using JmaActors.Proofs;
using JmaActors.Web.Proofs;
using PdfSharp.Pdf.IO;

namespace JmaActors.Tests.Web.Proofs;

/// <summary>Files as they are printed, opened again.</summary>
public sealed class PrintTests
{
    const int Bytes = 200 * 1024;

    readonly ProofPrinter printer = new("https://jma.example");

    [Fact]
    public void The_same_content_gives_the_same_bytes_and_another_code_others()
    {
        var paper = Papers.Attendance(FakeCertificates.Code, FakeCertificates.Issued);
        var first = printer.Attendance(paper);
        Assert.Equal(first.Bytes, new ProofPrinter("https://jma.example").Attendance(paper).Bytes);
        Assert.NotEqual(first.Sha256, printer.Attendance(paper with { Code = CertificateCode.From(new byte[10]) }).Sha256);
        Assert.NotEqual(first.Sha256, new ProofPrinter("https://other.example").Attendance(paper).Sha256);
        var transcript = Papers.Transcript(FakeCertificates.Code, FakeCertificates.Issued, 90);
        Assert.Equal(printer.Transcript(transcript).Sha256, printer.Transcript(transcript).Sha256);
        Assert.Equal(printer.Receipt(Papers.Receipt(FakeCertificates.Issued)).Sha256, printer.Receipt(Papers.Receipt(FakeCertificates.Issued)).Sha256);
    }

    [Theory, InlineData(1, 1), InlineData(3, 1), InlineData(20, 3)]
    public void A_certificate_is_a_page_and_goes_on_when_the_program_is_long(int talks, int pages) =>
        Assert.Equal(pages, Pages(printer.Attendance(Papers.Attendance(FakeCertificates.Code, FakeCertificates.Issued, talks)).Bytes));

    [Theory, InlineData(1, 1), InlineData(40, 3), InlineData(200, 10)]
    public void A_transcript_has_as_many_pages_as_its_entries_need(int entries, int pages) =>
        Assert.Equal(pages, Pages(printer.Transcript(Papers.Transcript(FakeCertificates.Code, FakeCertificates.Issued, entries)).Bytes));

    [Fact]
    public void A_file_embeds_a_subset_stays_small_and_says_what_it_is()
    {
        var file = printer.Attendance(Papers.Attendance(FakeCertificates.Code, FakeCertificates.Issued)).Bytes;
        Assert.InRange(file.Length, 1, Bytes);
        using var document = PdfReader.Open(new MemoryStream(file), PdfDocumentOpenMode.Import);
        Assert.StartsWith("受講証明書", document.Info.Title, StringComparison.Ordinal);
        Assert.Equal($"JMA-PROOF:{FakeCertificates.Code}", document.Info.Keywords);
        Assert.Equal(FakeCertificates.Issued.UtcDateTime, document.Info.CreationDate.ToUniversalTime());
        Assert.Equal(FakeCertificates.Code, CodeMark.In(file));
    }

    [Fact]
    public void A_receipt_is_one_page_and_no_certificate()
    {
        var file = printer.Receipt(Papers.Receipt(FakeCertificates.Issued)).Bytes;
        Assert.Equal((1, null), (Pages(file), CodeMark.In(file)));
    }

    [Fact]
    public void Many_at_once_print_the_same()
    {
        var paper = Papers.Attendance(FakeCertificates.Code, FakeCertificates.Issued);
        var digests = new string[16];
        Parallel.For(0, digests.Length, i => digests[i] = printer.Attendance(paper).Sha256);
        Assert.Single(digests.Distinct());
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
