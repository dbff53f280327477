using System.Text.Json;
using JmaActors.Benefits;
using JmaActors.Credits;
using JmaActors.Ledgers;
using JmaActors.Live;
using JmaActors.Members;
using JmaActors.Merges;
using JmaActors.Records;
using JmaActors.Time;
using Orleans;
using Orleans.Concurrency;

namespace JmaActors.Tests.Storage.Records;

/// <summary>Lives a random life through the real actors, and writes down each evening what they answered.</summary>
sealed class LivedLife(RecordHouse house, Life life, int number)
{
    static readonly SessionId Session = new("P26-20260320-LIFE.1");
    readonly List<(DateOnly On, string Said)> evenings = [];
    readonly MemberId me = new(5_000_000_000 + number);
    readonly Stack<MemberId> merged = [];
    int commands, told, twins;

    /// <summary>What was done and not refused, by kind.</summary>
    public Dictionary<LifeStepKind, int> Done { get; } = [];

    IMemberGrain Member => house.Grains.GetGrain<IMemberGrain>(me.Number);

    ICreditLedgerGrain Credits => house.Grains.GetGrain<ICreditLedgerGrain>(me.Number);

    DateOnly Today => Tokyo.DateOf(house.Clock.GetUtcNow());

    public async Task Day(int day, CancellationToken ct)
    {
        if (day == life.RegisteredOn)
        {
            var command = new RegisterMember(Life.Person(number, 0), null, Life.Memberships[2], true, Today.AddDays(life.Since), Caller.System);
            Assert.Null((await Member.Register(command, ct)).Refusal);
        }
        foreach (var step in life.Days[day]) await Do(step, ct);
        evenings.Add((Today, Text(await Now(ct))));
    }

    /// <summary>Every evening read again from the journal, as what was believed on that day.</summary>
    public async Task Compare(CancellationToken ct)
    {
        var record = house.Grains.GetGrain<IRecordGrain>(0);
        foreach (var (on, said) in evenings)
        {
            var read = await record.AsOf(me, on, Caller.System, ct);
            Assert.True(read.Refusal is null, read.Refusal?.Reason);
            var believed = read.Value is { } both ? Evening.Of(both.Believed) : Evening.Nobody;
            Assert.True(said == Text(believed), $"{me} on {on:yyyy-MM-dd}\nthen: {said}\nnow:  {Text(believed)}");
        }
        // What is known now of today is what was believed today.
        var today = (await record.AsOf(me, Today, Caller.System, ct)).Value;
        if (today is not null) Assert.Equal(evenings[^1].Said, Text(Evening.Of(today.Held)));
    }

    async Task<Evening> Now(CancellationToken ct)
    {
        var view = await Member.Read(Caller.System, ct);
        // Before somebody is registered the credits of the number may be told of already; a record begins with the person.
        return view is null
            ? Evening.Nobody
            : new Evening(
                view.Person, view.Card, view.Membership, await Credits.MayI(Today, Caller.System, ct), await Credits.WhereDoIStand(Today, Caller.System, ct),
                await Credits.WhatCounts(Today, Caller.System, ct));
    }

    async Task Do(LifeStep step, CancellationToken ct)
    {
        var (key, date) = ($"c{++commands}", Today.AddDays(step.Days));
        var refusal = step.Kind switch
        {
            LifeStepKind.ChangeMembership => (await Member.ChangeMembership(
                new ChangeMembership(key, Life.Memberships[step.Value % Life.Memberships.Length], date, "moved", Caller.System), ct)).Refusal,
            LifeStepKind.CorrectMembership => (await Member.CorrectMembership(
                new CorrectMembership(key, await Recorded(step.Which, static r => [.. r.Memberships.Select(m => m.Version)], ct), Life.Memberships[step.Value % Life.Memberships.Length], date, "wrong", Caller.System), ct)).Refusal,
            LifeStepKind.ChangeProfile => (await Member.ChangeProfile(new ChangeProfile(key, Life.Person(number, step.Value), null, date, "married", Caller.System), ct)).Refusal,
            LifeStepKind.CorrectIdentity => (await Member.CorrectIdentity(
                new CorrectIdentity(key, await Recorded(step.Which, static r => [.. r.Identities.Select(i => i.Version)], ct), Life.Person(number, step.Value), null, date, "typo", Caller.System), ct)).Refusal,
            LifeStepKind.Accrue => (await Credits.Accrue(Accrual($"k{step.Which}", step, date), ct)).Refusal,
            LifeStepKind.Settle => (await Credits.Settle(new SettleCredit($"k{step.Which}", step.Value % 2 == 0, "checked", Caller.System), ct)).Refusal,
            LifeStepKind.CorrectCredit => (await Credits.Correct(Correction(await Newest($"k{step.Which}", ct), step, date), ct)).Refusal,
            LifeStepKind.Attend => await Attend(step, date, ct),
            LifeStepKind.Merge => await Merge(step, ct),
            _ => await Unmerge(ct),
        };
        if (refusal is null) Done[step.Kind] = Done.GetValueOrDefault(step.Kind) + 1;
    }

    static AccrueCredit Accrual(string key, LifeStep step, DateOnly date) =>
        new(key, CreditMethod.Lecture, new CurriculumCode((short)(1 + step.Value)), Units.Of(0.5m * (1 + step.Value % 4)), date, "講演会", step.Value % 3 > 0, Caller.System);

    /// <summary>Corrects one thing or several of an entry, sometimes into another scheme.</summary>
    static CorrectCredit Correction(string key, LifeStep step, DateOnly date) => step.Value == 11
        ? new CorrectCredit(key, Units.Of(1m), new CurriculumCode(41), null, CreditScheme.Occupational, "wrong scheme", Caller.System)
        : new CorrectCredit(
            key, step.Value % 2 == 0 ? Units.Of(0.5m * (1 + step.Value % 5)) : null, step.Value % 3 == 0 ? new CurriculumCode((short)(1 + step.Which)) : null,
            step.Value % 2 == 1 ? date : null, null, "misread", Caller.System);

    /// <summary>The last of the corrections of an entry.</summary>
    async Task<string> Newest(string key, CancellationToken ct)
    {
        var entries = (await Credits.Entries(null, Caller.System, ct)).Entries.ToDictionary(e => e.Key);
        while (entries.GetValueOrDefault(key)?.CorrectedBy is { } by) key = by;
        return key;
    }

    async Task<long> Recorded(int which, Func<MemberRecord, long[]> versions, CancellationToken ct)
    {
        if (await Member.Record(Caller.System, ct) is not { } record) return 1;
        var all = versions(record);
        return all[which % all.Length];
    }

    async Task<Refusal?> Attend(LifeStep step, DateOnly date, CancellationToken ct)
    {
        if (date > Today) return new Refusal("in-the-future");
        var word = new AttendanceCredit(
            Session, 1 + step.Which, "研修会の講演", new CurriculumCode((short)(1 + step.Which)), new DateOnly(2026, 3, 1).AddDays(-step.Which * 90), (CreditState)(step.Value % 3),
            Units.Of(0.5m * (step.Value % 4)), step.Value % 3 == 2 ? "left-early" : null, Caller.System);
        await Tell($"session/{Session}", [word], ct);
        return null;
    }

    /// <summary>Another record of the same person earned something over the years; now it is found out.</summary>
    async Task<Refusal?> Merge(LifeStep step, CancellationToken ct)
    {
        if (await Member.Read(Caller.System, ct) is null) return new Refusal("not-registered");
        var twin = new MemberId(me.Number + 1_000_000 * ++twins);
        var person = new Person("見本 別子", "ミホン ベツコ", null, null, null);
        Assert.Null((await house.Grains.GetGrain<IMemberGrain>(twin.Number).Register(new RegisterMember(person, null, Life.Memberships[step.Value % 5], true, Today.AddDays(-300), Caller.System), ct)).Refusal);
        var credits = house.Grains.GetGrain<ICreditLedgerGrain>(twin.Number);
        for (var i = 0; i <= step.Which; i++) await credits.Accrue(Accrual($"t{i}", step with { Value = (step.Value + i) % 10 }, Today.AddDays(-40 * i)), ct);
        var done = await Pair(twin).Decide(new DecideMerge(me, step.Value % 2 == 0 ? MergeFields.Membership : MergeFields.None, "one person", Caller.System), ct);
        Assert.True(done.Value?.Status == MergeStatus.Merged, $"{me} and {twin}: {done.Refusal?.Reason} {done.Value?.Status} {done.Value?.Fault}");
        merged.Push(twin);
        return null;
    }

    async Task<Refusal?> Unmerge(CancellationToken ct)
    {
        if (!merged.TryPop(out var twin)) return new Refusal("not-merged");
        var done = await Pair(twin).Undo(new UndoMerge("two people", Caller.System), ct);
        Assert.Equal(MergeStatus.Undone, done.Value?.Status);
        return null;
    }

    IMergeGrain Pair(MemberId twin) => house.Grains.GetGrain<IMergeGrain>(MergePair.Of(me, twin).Key);

    async Task Tell(string sender, AttendanceCredit[] words, CancellationToken ct)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new AttendanceCredits(words), CreditJson.Default.AttendanceCredits);
        var parcel = new Parcel(sender, ++told, LedgerNames.Credits(me), CreditLedger.AttendanceParcel, body);
        Assert.Null((await Credits.Receive(new Parcel[] { parcel }.AsImmutable(), ct)).Parked);
    }

    static string Text(Evening evening) => JsonSerializer.Serialize(evening, BoardJson.Options);

    /// <summary>What is compared of a day.</summary>
    sealed record Evening(Person? Person, CardNumber? Card, Membership Membership, Verdict? MayI, Standing? Standing, Counted? Counted)
    {
        public static readonly Evening Nobody = new(null, null, Membership.None, null, null, null);

        // A benefit cannot be read of a day on which nobody was on record.
        public static Evening Of(RecordReading reading) => reading.Person is null
            ? Nobody
            : new(reading.Person, reading.Card, reading.Membership, reading.Benefits[0].MayI, reading.Benefits[0].Standing, reading.Benefits[0].Counted);
    }
}
