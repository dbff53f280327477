using JmaActors.Members;

namespace JmaActors.Rosters;

/// <summary>A row on its way.</summary>
/// <param name="Key">What it is known by, see <see cref="RosterRules.NaturalKey"/>.</param>
/// <param name="Member">Who it is about by the views, or a number never given before.</param>
/// <param name="Fresh">True when the number was never given before.</param>
readonly record struct RowItem(string Key, RosterRow Row, MemberId Member, bool Fresh);

/// <summary>Brings one row to the member it is about: registers, or changes what differs. An empty cell says nothing and changes nothing.</summary>
sealed class RowWork(IGrainFactory grains, string import, ImportStarted started, DateOnly today)
{
    /// <summary>Attempts at a row while the database or the actors are too busy to answer, and the pause between them.</summary>
    const int Attempts = 5;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public RegisterMember Registration(RosterRow row) => new(row.Person, row.Card, row.Membership, started.Demonstration, today, started.By);

    /// <summary>Brings the row; one whose answer did not come is brought again, since every command it makes has a key.</summary>
    public async Task<(RowOutcome Outcome, Refusal? Refusal)> Bring(RowItem item, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Once(item, ct);
            }
            catch (Exception e) when (e is TimeoutException or TryAgainException && attempt < Attempts)
            {
                await Task.Delay(Pause * attempt, ct);
            }
        }
    }

    async Task<(RowOutcome Outcome, Refusal? Refusal)> Once(RowItem item, CancellationToken ct)
    {
        var (key, row, member, fresh) = item;
        if (fresh && key.StartsWith(RosterRules.RowPrefix, StringComparison.Ordinal))
        {
            member = (await grains.Reservation(key).Reserve(key, member, started.By, ct)).Value;
        }
        var answer = await grains.GetGrain<IMemberGrain>(member.Number).Register(Registration(row), ct);
        if (answer.Refusal is { } refusal)
        {
            // Somebody has the number the row is known by: then it is about them.
            if (refusal.Reason != Identifiers.TakenReason(key) || await grains.Reservation(key).Holder(key, ct) is not { } holder) return (RowOutcome.Failed, refusal);
            member = holder;
            answer = await grains.GetGrain<IMemberGrain>(member.Number).Register(Registration(row), ct);
            if (answer.Refusal is not null) return (RowOutcome.Failed, answer.Refusal);
        }
        // A fresh number that is registered already was registered by this very row, whose first answer did not come.
        return answer.Repeat && !(fresh && member == item.Member) ? await Change(row, answer.Value!, ct) : (RowOutcome.Created, null);
    }

    async Task<(RowOutcome, Refusal?)> Change(RosterRow row, MemberView now, CancellationToken ct)
    {
        var member = grains.GetGrain<IMemberGrain>(now.Id.Number);
        var outcome = RowOutcome.Unchanged;
        var (person, card) = (Merged(PersonRules.Normal(row.Person), now.Person), row.Card ?? now.Card);
        if (person != now.Person || card != now.Card)
        {
            var key = RosterRules.ChangeKey(import, "profile", RosterRules.Content(person, card));
            var answer = await member.ChangeProfile(new ChangeProfile(key, person, card, today, started.FileName, started.By), ct);
            if (answer.Refusal is not null) return (RowOutcome.Failed, answer.Refusal);
            if (!answer.Repeat) outcome = RowOutcome.Updated;
        }
        if (row.Membership != now.Membership)
        {
            var key = RosterRules.ChangeKey(import, "membership", RosterRules.Content(row.Membership));
            var answer = await member.ChangeMembership(new ChangeMembership(key, row.Membership, today, started.FileName, started.By), ct);
            if (answer.Refusal is not null) return (RowOutcome.Failed, answer.Refusal);
            if (!answer.Repeat) outcome = RowOutcome.Updated;
        }
        return (outcome, null);
    }

    static Person Merged(Person row, Person now) => row with
    {
        BirthDate = row.BirthDate ?? now.BirthDate,
        Registry = row.Registry ?? now.Registry,
        LicensedOn = row.LicensedOn ?? now.LicensedOn,
    };
}
