using System.Text;
using JmaActors.Accounts;
using JmaActors.Composition;
using JmaActors.Credits;
using JmaActors.Disputes;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Merges;
using JmaActors.Operations;
using JmaActors.Passes;
using JmaActors.Tests.Grains.Members;
using JmaActors.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace JmaActors.Tests.Grains.Members;

/// <summary>A person who is erased: after the waiting time, unless a duty to keep stands; then nothing readable is left on the disk and every count is what it was.</summary>
public sealed class ErasureTests
{
    const string Name = "消去希望之助";
    const string Kana = "ショウキョキボウノスケ";

    static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

    static readonly Caller By = new("operator", CallerRole.Operator, "*");

    static CancellationToken Ct => ActorHouse.Ct;

    static AskErasure Ask(string reason = "本人の申出") => new(reason, By);

    [Fact]
    public async Task Nothing_readable_is_left_on_the_disk_and_the_chains_and_counts_hold()
    {
        var clock = new FakeTimeProvider(Now);
        var (me, other, registry, card) = (People.Someone(), People.Someone(), People.Registry(), People.Card());
        var document = Encoding.UTF8.GetBytes($"%PDF-1.7 {Name} %%EOF");
        string folder;
        var house = await ActorHouse.Open(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        await using (house)
        {
            folder = house.Folder;
            var (member, credits) = (house.Grains.GetGrain<IMemberGrain>(me.Number), house.Grains.GetGrain<ICreditLedgerGrain>(me.Number));
            var erasure = house.Grains.GetGrain<IErasureGrain>(me.Number);
            var person = new Person(Name, Kana, new DateOnly(1951, 2, 3), registry, null);
            await member.Register(new RegisterMember(person, card, People.Everywhere, false, People.From, Caller.System), Ct);
            await house.Grains.GetGrain<IMemberGrain>(other.Number).Register(new RegisterMember(person with { Registry = null }, null, Membership.None, false, People.From, Caller.System), Ct);
            await house.Grains.GetGrain<IMergeGrain>(MergePair.Of(me, other).Key).Decide(new DecideMerge(me, MergeFields.None, "同一人", Caller.System), Ct);
            await credits.Accrue(new AccrueCredit("old", CreditMethod.Paper, new CurriculumCode(20), Units.Of(1m), new DateOnly(2022, 5, 1), "Paper", true, Caller.System), Ct);
            await house.Service<IEvidenceStore>().Put(me, new EvidenceFile(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(document)), EvidenceKind.Pdf, document), Now, Ct);
            var standing = await credits.Cme(new DateOnly(2024, 1, 1), Caller.System, Ct);

            Assert.Equal("kept-for-members", (await erasure.AskErasure(Ask(), Ct)).Refusal?.Reason);
            await member.ChangeMembership(new ChangeMembership("left", Membership.None, new DateOnly(2026, 11, 1), "退会", Caller.System), Ct);
            Assert.Equal("no-reason", (await erasure.AskErasure(Ask(" "), Ct)).Refusal?.Reason);
            var asked = (await erasure.AskErasure(Ask(), Ct)).Value!;
            Assert.Equal((new DateOnly(2026, 12, 23), AssociationId.Local(26, 7)), (asked.Due, asked.Owner));
            Assert.Equal("too-early", (await erasure.Erase(new ErasePerson(By), Ct)).Refusal?.Reason);
            Assert.Equal("already-merged", (await house.Grains.GetGrain<IErasureGrain>(other.Number).AskErasure(Ask(), Ct)).Refusal?.Reason);

            clock.Advance(TimeSpan.FromDays(30));
            var erased = (await erasure.Erase(new ErasePerson(By), Ct)).Value!;
            Assert.True(erased is { Done: true, Erased: not null });

            var view = (await member.Read(Caller.System, Ct))!;
            Assert.Equal((new Person("", "", null, null, null), null), (view.Person, view.Card));
            Assert.Equal(standing.Posted, (await credits.Cme(new DateOnly(2024, 1, 1), Caller.System, Ct)).Posted);
            Assert.Equal(1, (await house.Grains.GetGrain<IPassGrain>(me.Number).Read(Caller.System, Ct)).Generation);
            Assert.Null(await house.Grains.Reservation(Identifiers.Key(registry)).Holder(Identifiers.Key(registry), Ct));
            Assert.Null(await house.Grains.Reservation(Identifiers.Key(card)).Holder(Identifiers.Key(card), Ct));
            Assert.Null(await house.Service<IEvidenceStore>().Find(me, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(document)), Ct));
            Assert.Equal("erased", (await member.ChangeProfile(new ChangeProfile("k", People.Person(), null, People.From, "", Caller.System), Ct)).Refusal?.Reason);
            var ledgers = house.Service<IJournalStore>();
            foreach (var ledger in (string[])[LedgerNames.Name("member", me.Number), LedgerNames.Name("member", other.Number), LedgerNames.Credits(me)])
            {
                var history = await ledgers.Read(ledger, 0, Ct);
                var hash = Array.Empty<byte>();
                foreach (var row in history.Events)
                {
                    hash = HashChain.Next(hash, row);
                    Assert.Equal(hash, row.Hash);
                }
                Assert.Equal(hash, history.Head.Hash);
            }

            await house.Grains.GetGrain<Orleans.Runtime.IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero, Ct);
            Assert.Equal("", (await member.Read(Caller.System, Ct))!.Person.Name);
            Assert.DoesNotContain(await member.History(0, Caller.System, Ct), l => l.Body.Contains(Name, StringComparison.Ordinal) || l.Body.Contains(Kana, StringComparison.Ordinal));
            foreach (var path in System.IO.Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)) await Holds(path, present: false);
        }
    }

    [Fact]
    public async Task The_search_that_finds_nothing_would_have_found_the_name_before()
    {
        await using var house = await ActorHouse.Open();
        var me = People.Someone();
        await house.Grains.GetGrain<IMemberGrain>(me.Number).Register(new RegisterMember(new Person(Name, Kana, null, null, null), null, Membership.None, false, People.From, Caller.System), Ct);
        var found = 0;
        foreach (var path in System.IO.Directory.EnumerateFiles(house.Folder, "*", SearchOption.AllDirectories))
        {
            if (await Contains(path)) found++;
        }
        Assert.True(found > 0, "The name stands in the clear in the views; a test that looks for it must be able to find it.");
    }

    [Fact]
    public async Task Credits_of_the_last_years_keep_the_record_and_what_was_asked_for_can_be_stopped()
    {
        var clock = new FakeTimeProvider(Now);
        await using var house = await ActorHouse.Open(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        var me = People.Someone();
        await house.Grains.GetGrain<IMemberGrain>(me.Number).Register(People.Registration(membership: Membership.None), Ct);
        var erasure = house.Grains.GetGrain<IErasureGrain>(me.Number);
        Assert.True((await erasure.AskErasure(Ask(), Ct)).Accepted);
        Assert.True((await erasure.AskErasure(Ask(), Ct)).Repeat);
        Assert.Null((await erasure.StopErasure(Ask("取下げ"), Ct)).Value!.Due);
        Assert.Equal("not-asked", (await erasure.StopErasure(Ask("取下げ"), Ct)).Refusal?.Reason);
        Assert.Equal("not-asked", (await erasure.Erase(new ErasePerson(By), Ct)).Refusal?.Reason);

        await erasure.AskErasure(Ask(), Ct);
        clock.Advance(TimeSpan.FromDays(31));
        await house.Grains.GetGrain<ICreditLedgerGrain>(me.Number).Accrue(
            new AccrueCredit("new", CreditMethod.Paper, new CurriculumCode(20), Units.Of(1m), new DateOnly(2026, 12, 1), "Paper", true, Caller.System), Ct);
        Assert.Equal(("kept-by-law", ErasureRules.Credits), (await erasure.Erase(new ErasePerson(By), Ct)).Refusal is { } refusal ? (refusal.Reason, refusal.Rule) : default);
        Assert.Equal("kept-by-law", (await erasure.Erasure(Caller.System, Ct))!.Hindrance?.Reason);
    }

    [Fact]
    public async Task The_persons_account_is_forgotten_and_one_that_is_somebodys_else_too_loses_her_function_only()
    {
        var clock = new FakeTimeProvider(Now);
        var folder = System.IO.Directory.CreateTempSubdirectory("jma-actors-").FullName;
        await using var house = await ActorHouse.Open(
            services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
                services.AddAccountStores(new SiloSettings { Data = folder });
            },
            folder);
        await AccountStores.EnsureTables(house.Silo, Ct);
        MemberId[] erased = [People.Someone(), People.Someone()];
        foreach (var id in erased) await house.Grains.GetGrain<IMemberGrain>(id.Number).Register(People.Registration(membership: Membership.None), Ct);
        var (hers, clerks, former) = (await Account("her@example.org"), await Account("clerk@example.org"), await Account("former@example.org"));
        // A member has one account at a time: whoever had it before her is somebody else by now.
        await Granted(former, "own", CallerRole.Member, erased[0].ToString());
        await Ledger(former).Withdraw(new WithdrawFunction("own", "退会", Caller.System), Ct);
        await Granted(former, "self", CallerRole.Member, People.Someone().ToString());
        await Granted(hers, "own", CallerRole.Member, erased[0].ToString());
        await Granted(clerks, "own", CallerRole.Member, erased[1].ToString());
        await Granted(clerks, "office", CallerRole.Office, "26-007");
        await Ledger(hers).Open(new OpenAccess("s1", "Chrome", "password", Caller.System), Ct);
        await Ledger(hers).Issue(new IssueToken("t1", "script", new byte[32], "own", Now.AddDays(200), Caller.System), Ct);

        foreach (var id in erased) await house.Grains.GetGrain<IErasureGrain>(id.Number).AskErasure(Ask(), Ct);
        clock.Advance(TimeSpan.FromDays(30));
        foreach (var id in erased) Assert.True((await house.Grains.GetGrain<IErasureGrain>(id.Number).Erase(new ErasePerson(By), Ct)).Value!.Done);

        var standing = await Ledger(hers).Standing(Ct);
        Assert.Equal((0, 0, 0), (standing.Functions.Count, standing.Sessions.Count, standing.Tokens.Count));
        Assert.Equal(["office"], (await Ledger(clerks).Standing(Ct)).Functions.Select(f => f.Id));
        Assert.Equal(["self"], (await Ledger(former).Standing(Ct)).Functions.Select(f => f.Id));
        await using var scope = house.Silo.CreateAsyncScope();
        Assert.Equal(
            new[] { clerks, former }.Order(StringComparer.Ordinal),
            (await scope.ServiceProvider.GetRequiredService<IAccountBook>().Names([hers, clerks, former], Ct)).Keys.Order(StringComparer.Ordinal));

        IAccountGrain Ledger(string account) => house.Grains.GetGrain<IAccountGrain>(account);

        async Task Granted(string account, string key, CallerRole role, string scope) =>
            Assert.True((await Ledger(account).Grant(new GrantFunction(key, role, scope, OfficeDuties.All, new DateOnly(2026, 4, 1), null, "本人", Caller.System), Ct)).Accepted);

        async Task<string> Account(string address)
        {
            await using var scope = house.Silo.CreateAsyncScope();
            var account = new Account { UserName = address, Email = address, Name = Name };
            Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account)).Succeeded);
            return account.Id;
        }
    }

    [Fact]
    public async Task What_cannot_be_overwritten_yet_is_not_waited_for_and_is_done_with_the_reminder()
    {
        var (clock, content) = (new FakeTimeProvider(Now), new BusyContent());
        await using var house = await ActorHouse.Open(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            services.AddSingleton<IErasedContent>(content);
        });
        var (me, other) = (People.Someone(), People.Someone());
        foreach (var id in new[] { me, other }) await house.Grains.GetGrain<IMemberGrain>(id.Number).Register(People.Registration(membership: Membership.None), Ct);
        await house.Grains.GetGrain<IMergeGrain>(MergePair.Of(me, other).Key).Decide(new DecideMerge(me, MergeFields.None, "同一人", Caller.System), Ct);
        var dispute = house.Grains.GetGrain<IDisputeGrain>(new DisputeId(me, "a").Text);
        await dispute.Open(new OpenDispute(DisputeSubject.Identity, "氏名", "違います", AssociationId.Local(26, 7), Caller.Member(me)), Ct);
        var erasure = house.Grains.GetGrain<IErasureGrain>(me.Number);
        await erasure.AskErasure(Ask(), Ct);
        clock.Advance(TimeSpan.FromDays(30));

        content.Busy = true;
        Assert.True((await erasure.Erase(new ErasePerson(By), Ct)).Value is { Done: false, Erased: not null });
        content.Busy = false;
        await erasure.AsReference<IRemindable>().ReceiveReminder("erasure", default, Ct);
        Assert.True((await erasure.Erasure(Caller.System, Ct))!.Done);
        // Once for the person, not once for each of her numbers.
        Assert.Equal(2, content.Asked);

        var closed = (await dispute.Read(Caller.System, Ct))!;
        Assert.Equal((DisputeStatus.Withdrawn, ""), (closed.Status, closed.Lines[0].Words));
    }

    [Fact]
    public void A_case_left_open_of_somebody_erased_can_be_decided_without_words()
    {
        var open = new DisputeState { Status = DisputeStatus.Open };
        var decided = DisputeDecider.Decide(open, new PreparedDispute<DecideDispute>(new DecideDispute(false, "消去済み", By), null), new Deciding(Now, By, 1));
        Assert.Equal((null, 1), (decided.Refusal, decided.Count));
        Assert.Empty(Assert.IsType<DisputeDecided>(decided[0]).Sealed);
    }

    sealed class BusyContent : IErasedContent
    {
        public bool Busy { get; set; }

        public int Asked { get; private set; }

        public Task Purge(CancellationToken ct)
        {
            Asked++;
            return Busy ? throw new TryAgainException("busy") : Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_record_not_yet_merged_or_merged_no_longer_is_not_erased_along()
    {
        var clock = new FakeTimeProvider(Now);
        await using var house = await ActorHouse.Open(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        var (stays, other) = (People.Someone(), People.Someone());
        foreach (var id in new[] { stays, other }) await house.Grains.GetGrain<IMemberGrain>(id.Number).Register(People.Registration(membership: Membership.None), Ct);
        var step = new MergeStep("m#1", stays, other, MergeFields.None, "同一人", Caller.System);
        // As a silo leaves it that dies after the first step of a merge.
        Assert.True((await house.Grains.GetGrain<IMergingMemberGrain>(stays.Number).TakeIn(step, Ct)).Accepted);
        Assert.Equal("not-merged", (await house.Grains.GetGrain<IErasureGrain>(other.Number).Erase(new ErasePerson(By, stays), Ct)).Refusal?.Reason);

        var erasure = house.Grains.GetGrain<IErasureGrain>(stays.Number);
        await erasure.AskErasure(Ask(), Ct);
        clock.Advance(TimeSpan.FromDays(30));
        Assert.True((await erasure.Erase(new ErasePerson(By), Ct)).Value is { Done: true });
        Assert.Equal("見本 花子", (await house.Grains.GetGrain<IMemberGrain>(other.Number).Read(Caller.System, Ct))!.Person.Name);

        // The merge goes on where it stood, and ends as it began: nobody goes into a record of nobody.
        Assert.Equal("erased", await new MergeWork(house.Grains, step).Merge(2, Ct));
        Assert.Null((await house.Grains.GetGrain<IMemberGrain>(other.Number).Read(Caller.System, Ct))!.MergedInto);
        Assert.Null((await house.Grains.GetGrain<IMemberGrain>(stays.Number).Read(Caller.System, Ct))!.Holds);
    }

    [Fact]
    public void A_membership_recorded_while_the_erasure_was_prepared_keeps_the_record()
    {
        var on = PersonRules.Today(Now);
        var state = new MemberState { Registered = true, Since = People.From, Erasure = new PlannedErasure(on, "本人の申出", By) };
        var prepared = new PreparedErasure<ErasePerson>(new ErasePerson(By), Seeds.Book.Table, null);
        Assert.Null(prepared.Hindrance(state, on));
        state.Membership = People.Everywhere;
        Assert.Equal("kept-for-members", MemberErasing.Erase(state, prepared, new Deciding(Now, By, 1)).Refusal?.Reason);
    }

    static async Task Holds(string path, bool present) => Assert.True(await Contains(path) == present, $"{Path.GetFileName(path)} holds the name.");

    static async Task<bool> Contains(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, Ct);
        var bytes = copy.ToArray();
        return new[] { Name, Kana, "キヨキボウ" }.Any(text => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);
    }
}
