using JmaActors.Applications;
using JmaActors.Demonstration;
using JmaActors.Directory;
using JmaActors.Dues;
using JmaActors.Members;
using JmaActors.Time;

namespace JmaActors.Composition;

/// <summary>
/// Bills the demonstration's people, has most of them pay, and hands in a few applications, through the same commands everybody uses: a start that was cut short goes on where it stopped, a later one changes
/// nothing. A demonstration of few people is for trying things by hand, and has none of it.
/// </summary>
public sealed class DemonstrationBooks(IGrainFactory grains, SiloSettings settings, TimeProvider time)
{
    /// <summary>The smallest demonstration with books, and the largest: beyond it the year is billed by its run; people who are billed, at most; applications under way; people under way at once.</summary>
    const int Fewest = 1_000, Most = 20_000, Billed = 2_000, Applications = 6, AtOnce = 64;

    /// <summary>Where the applications are.</summary>
    static readonly AssociationId Office = AssociationId.Prefecture(26);

    static readonly string[] Words = ["勤務先が変わるため、所属の変更をお願いいたします。", "療養のため、会費の減免をお願いいたします。", "勤務の形が変わりました。会員区分の変更をお願いいたします。"];

    public async Task Run(CancellationToken ct)
    {
        if (settings.Population is < Fewest or > Most) return;
        var (today, directory) = (Tokyo.DateOf(time.GetUtcNow()), grains.GetGrain<IDirectoryGrain>(0));
        var applicants = await Applicants(directory, ct);
        // The last thing that is done.
        if (applicants.Count == 0 || await Application(applicants[^1]).Read(null, true, ct) is not null) return;
        var (left, after) = (Billed, (string?)null);
        do
        {
            var page = await directory.Members(new MemberQuery("", null, null, null, after, DirectoryLimits.Page), Caller.System, ct);
            var chosen = page.Members.Where(m => m.Association is not null).Take(left).ToList();
            await Parallel.ForEachAsync(chosen, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (member, token) => await Bill(member.Id, today, token));
            (left, after) = (left - chosen.Count, page.Next);
        }
        while (left > 0 && after is not null);
        for (var n = 0; n < applicants.Count; n++) await Apply(applicants[n], n, today, ct);
    }

    /// <summary>Always the same people, by the cards they were made with: who joins later changes nothing.</summary>
    async Task<List<MemberId>> Applicants(IDirectoryGrain directory, CancellationToken ct)
    {
        var population = new DemonstrationPopulation(settings.Population, DemonstrationSeeder.Seed, DemonstrationAssociations.Parse(Seeds.Text("prefectural-associations.csv")));
        var cards = DemonstrationDues.Applicants(population, Office).Take(Applications).Select(r => r.Card!.Value.Text).ToList();
        var found = (await directory.Identify(new PeopleSought([], [], cards), Caller.System, ct)).Cards;
        return [.. cards.Where(found.ContainsKey).Select(c => found[c])];
    }

    async Task Bill(MemberId member, DateOnly today, CancellationToken ct)
    {
        var dues = grains.GetGrain<IDuesGrain>(member.Number);
        var sent = await dues.Assess(new AssessDues(FiscalYear.Of(today), true, Caller.System), ct);
        if (sent.Value is { } statement && DemonstrationDues.Paid(statement, member, today, DemonstrationSeeder.Seed) is { } payment) await dues.Pay(payment, ct);
    }

    async Task Apply(MemberId member, int number, DateOnly today, CancellationToken ct)
    {
        var record = await grains.GetGrain<IMemberGrain>(member.Number).Read(Caller.System, ct);
        if (record is null || DemonstrationDues.Applied(number, record.Membership, today) is not { } request) return;
        var application = Application(member);
        var drafted = await application.Draft(new DraftApplication(request, Words[number % Words.Length], [], Caller.Member(member)), ct);
        if (drafted.Refusal is not null) return;
        var submitted = await application.Submit(Caller.Member(member), ct);
        // Some have been agreed to where they begin, so that the next office has its turn.
        if (number % 2 == 0 && submitted.Value?.Steps is [var first, ..]) await application.Decide(new DecideApplication("demo", first.Office, ApplicationWord.Approved, "", Caller.System), ct);
    }

    IApplicationGrain Application(MemberId member) => grains.GetGrain<IApplicationGrain>(new ApplicationRef(member, "demo").Text);
}
