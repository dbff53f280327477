using JmaActors.Credits;
using JmaActors.Members;
using JmaActors.Rosters;
using JmaActors.Tests.Grains.Members;
using Orleans.Concurrency;

namespace JmaActors.Tests.Grains.Rosters;

/// <summary>Credits of the time before: by the ledger's own rules, with their source, once.</summary>
public class PastCreditImportTests(SharedHouse shared)
{
    static readonly AssociationId Kyoto = AssociationId.Local(26, 43);
    static readonly Membership Own = new(Kyoto, MembershipLayers.All, MemberCategory.A1);
    static readonly Caller Approver = Caller.Office(Kyoto);
    static readonly DateOnly Then = new(2024, 10, 20);
    static int imports;

    readonly IGrainFactory grains = shared.House.Grains;

    static CancellationToken Ct => ActorHouse.Ct;

    async Task<(MemberId Id, RegistryNumber Registry, CardNumber Card)> Somebody(Membership? membership = null)
    {
        var (id, registry, card) = (People.Someone(), People.Registry(), People.Card());
        Assert.True((await grains.GetGrain<IMemberGrain>(id.Number).Register(People.Registration(registry, card, membership ?? Own), Ct)).Accepted);
        return (id, registry, card);
    }

    static PastCredit Row(
        int line, RegistryNumber? registry = null, MemberId? member = null, CardNumber? card = null, string name = "見本花子", DateOnly? date = null, CreditScheme scheme = CreditScheme.Cme,
        short subject = 12, int tenths = 15, string title = "秋季学術講演会", CreditSource source = CreditSource.Booklet, CreditMethod method = CreditMethod.Lecture) =>
        new(line, member, registry, card, name, date ?? Then, scheme, subject, new Units(tenths), title, "京都府医師会", source, method);

    async Task<(int Created, int Unchanged, string Failed)> Both(bool post, Caller by, params PastCredit[] rows)
    {
        var import = grains.GetGrain<IRosterImportGrain>($"credits-{Interlocked.Increment(ref imports)}");
        var start = new StartImport("credits.csv", null, false, by, ImportKind.Credits, ImportMode.CreateAndUpdate, post);
        var chunk = new ImportChunk(0, true, ImportKind.Credits, post, [], rows, [], by);
        await import.TryStart(start, Ct);
        var tried = (await import.Take(chunk.AsImmutable(), Ct)).Value!.Trial!;
        await import.TryFinish(by, Ct);
        await import.Start(start, Ct);
        var did = (await import.Take((chunk with { DryRun = false }).AsImmutable(), Ct)).Value!;
        Assert.Equal((tried.Created, tried.Unchanged, tried.Failed), (did.Created, did.Unchanged, did.Failed));
        Assert.Equal(tried.Errors, did.Errors);
        return (did.Created, did.Unchanged, string.Join(' ', did.Errors.Select(e => $"{e.Line}:{e.Column}:{e.Reason}")));
    }

    async Task<IReadOnlyList<CreditEntry>> Entries(MemberId id) => (await grains.GetGrain<ICreditLedgerGrain>(id.Number).Entries(null, Caller.System, Ct)).Entries;

    [Fact]
    public async Task A_credit_is_recorded_with_what_it_was_taken_from_and_counts_when_it_was_posted()
    {
        var (id, registry, _) = await Somebody();
        Assert.Equal((1, 0, ""), await Both(post: true, Approver, Row(1, registry)));
        var entry = Assert.Single(await Entries(id));
        Assert.Equal((CreditState.Posted, new Units(15), Then, "秋季学術講演会"), (entry.State, entry.Units, entry.Date, entry.Title));
        Assert.Equal(new CreditProvenance(CreditSource.Booklet, "京都府医師会"), entry.Provenance);
        var standing = await grains.GetGrain<ICreditLedgerGrain>(id.Number).Cme(new DateOnly(2025, 3, 31), Caller.System, Ct);
        Assert.Equal(new Units(15), standing.Posted);
    }

    [Fact]
    public async Task What_a_clerk_hands_in_waits_for_an_approver()
    {
        var (id, registry, _) = await Somebody();
        await Both(post: false, Approver with { Duties = OfficeDuties.Clerk }, Row(1, registry));
        Assert.Equal(CreditState.Pending, Assert.Single(await Entries(id)).State);
    }

    [Fact]
    public async Task The_same_row_of_any_file_is_recorded_once_and_other_units_are_no_second_credit()
    {
        var (id, registry, card) = await Somebody();
        Assert.Equal((1, 0, ""), await Both(true, Approver, Row(1, registry)));
        Assert.Equal((0, 1, ""), await Both(true, Approver, Row(7, member: id, title: "秋季 学術講演会")));
        Assert.Equal((0, 0, "1:units:differs-from-record"), await Both(true, Approver, Row(1, card: card, tenths: 20)));
        Assert.Equal((1, 0, "2::duplicate-row"), await Both(true, Approver, Row(1, registry, title: "別の会"), Row(2, registry, title: "別の会")));
        Assert.Equal(2, (await Entries(id)).Count);
    }

    [Fact]
    public async Task What_was_voided_or_corrected_since_does_not_come_back_with_the_file()
    {
        var (id, registry, _) = await Somebody();
        await Both(true, Approver, Row(1, registry), Row(2, registry, title: "別の会"));
        var ledger = grains.GetGrain<ICreditLedgerGrain>(id.Number);
        var keys = (await Entries(id)).OrderBy(e => e.Title, StringComparer.Ordinal).Select(e => e.Key).ToList();
        Assert.True((await ledger.Settle(new SettleCredit(keys[0], false, "wrong person", Approver), Ct)).Accepted);
        var corrected = await ledger.Correct(new CorrectCredit(keys[1], new Units(20), null, null, null, "misread", Approver), Ct);
        Assert.Equal(CreditSource.Booklet, (await Entries(id)).Single(e => e.Key == corrected.Value!.Key).Provenance!.Source);
        Assert.Equal((0, 2, ""), await Both(true, Approver, Row(1, registry), Row(2, registry, title: "別の会")));
        Assert.Equal(3, (await Entries(id)).Count);
    }

    [Fact]
    public async Task What_is_recorded_by_hand_is_not_taken_over_as_well()
    {
        var (id, registry, _) = await Somebody();
        var hand = new AccrueCredit("by-hand", CreditMethod.Lecture, new CurriculumCode(12), new Units(15), Then, "秋季学術講演会", true, Approver);
        Assert.True((await grains.GetGrain<ICreditLedgerGrain>(id.Number).Accrue(hand, Ct)).Accepted);
        Assert.Equal((1, 0, "1::recorded-already"), await Both(true, Approver, Row(1, registry), Row(2, registry, subject: 13)));
    }

    [Fact]
    public async Task Rules_that_refuse_an_entry_by_hand_refuse_a_row()
    {
        var (_, registry, _) = await Somebody();
        var licensed = new DateOnly(2006, 4, 10);
        var (created, unchanged, failed) = await Both(
            true, Approver, Row(1, registry, tenths: 12), Row(2, registry, subject: 900), Row(3, registry, date: new DateOnly(2099, 1, 1), source: CreditSource.Certificate),
            Row(4, registry, date: new DateOnly(2025, 4, 1)), Row(5, registry, date: new DateOnly(2025, 4, 1), title: "別の会", source: CreditSource.Sticker),
            Row(6, registry, scheme: CreditScheme.Occupational, subject: 999), Row(7, registry, scheme: CreditScheme.Occupational, subject: 11, tenths: 12),
            Row(8, registry, date: licensed.AddYears(-8)), Row(9, registry, method: CreditMethod.ELearning, tenths: 15, title: "配信"), Row(10, registry, date: licensed.AddDays(-1)));
        Assert.Equal((0, 0), (created, unchanged));
        Assert.Equal(
            [
                "1:units:bad-units", "2:subject:unknown-code", "3:date:date-in-future", "4:source:source-too-late", "5:source:source-too-late", "6:subject:unknown-subject", "7:units:bad-units",
                "8:date:date-too-early", "9:units:e-learning-units", "10:date:before-licence",
            ],
            failed.Split(' '));
    }

    [Fact]
    public async Task The_last_day_of_the_paper_booklet_counts_and_a_certificate_of_attendance_goes_on()
    {
        var (id, registry, _) = await Somebody();
        Assert.Equal((2, 0, ""), await Both(true, Approver, Row(1, registry, date: new DateOnly(2025, 3, 31)), Row(2, registry, date: new DateOnly(2025, 4, 1), source: CreditSource.Certificate)));
        Assert.Equal(2, (await Entries(id)).Count);
    }

    [Fact]
    public async Task Units_of_another_scheme_are_held_under_it()
    {
        var (id, registry, _) = await Somebody();
        Assert.Equal((1, 0, ""), await Both(true, Approver, Row(1, registry, scheme: CreditScheme.Occupational, subject: 11, tenths: 20)));
        var total = Assert.Single(await grains.GetGrain<ICreditLedgerGrain>(id.Number).Schemes(Caller.System, Ct));
        Assert.Equal((CreditScheme.Occupational, (short)11, new Units(20)), (total.Scheme, total.Subject, total.Posted));
        Assert.Equal(Units.Zero, (await grains.GetGrain<ICreditLedgerGrain>(id.Number).Cme(Then, Caller.System, Ct)).Posted);
    }

    [Fact]
    public async Task A_row_about_somebody_else_or_nobody_says_the_same()
    {
        var (id, registry, card) = await Somebody();
        var theirs = await Somebody(new Membership(AssociationId.Local(27, 43), MembershipLayers.All, MemberCategory.A1));
        Assert.Equal(
            (0, 0, "1:name:name-mismatch 2:member:no-such-person 3:member:no-such-person 4:member:no-such-person 5:member:no-such-person 6:member:no-person"),
            await Both(
                true, Approver, Row(1, registry, name: "見本 太郎"), Row(2, theirs.Registry), Row(3, People.Registry()), Row(4, theirs.Registry, name: "だれか"), Row(5, registry, card: theirs.Card), Row(6)));
        Assert.Equal((3, 0, ""), await Both(true, Approver, Row(1, registry, name: "ミホンハナコ"), Row(2, member: id, card: card, subject: 13), Row(3, registry, name: "見本　花子", subject: 14)));
    }

    [Fact]
    public async Task A_dry_run_alone_records_nothing()
    {
        var (id, registry, _) = await Somebody();
        var import = grains.GetGrain<IRosterImportGrain>($"credits-{Interlocked.Increment(ref imports)}");
        await import.TryStart(new StartImport("credits.csv", null, false, Approver, ImportKind.Credits, ImportMode.CreateAndUpdate, true), Ct);
        var tried = await import.Take(new ImportChunk(0, true, ImportKind.Credits, true, [], [Row(1, registry)], [], Approver).AsImmutable(), Ct);
        Assert.Equal((1, 0), (tried.Value!.Trial!.Created, tried.Value.Created));
        Assert.Empty(await Entries(id));
    }

    [Fact]
    public async Task Who_took_a_credit_over_and_from_what_is_in_the_history_of_the_record()
    {
        var (id, registry, _) = await Somebody();
        await Both(true, Approver, Row(1, registry));
        var history = await grains.GetGrain<ICreditLedgerGrain>(id.Number).History(0, Caller.System, Ct);
        Assert.Equal(["credit-accrued", "credit-sourced"], history.Select(h => h.Type));
    }
}
