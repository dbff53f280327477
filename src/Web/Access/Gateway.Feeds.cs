using System.Security.Cryptography;
using JmaActors.Accounts;
using JmaActors.Alerts;
using JmaActors.Feeds;
using JmaActors.WorkHours;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>Calendars of duties that were made: a physician's own, or a workplace's.</summary>
    public Task<IReadOnlyList<FeedLine>> Feeds(FeedOwner owner, Caller caller, CancellationToken ct)
    {
        RequireFeeds(owner, caller);
        return Ask(FeedsOf(owner), caller, static (g, c, t) => g.List(c, t), ct);
    }

    /// <summary>Makes a calendar; its department must be one of the workplace. Null when there is no such member or workplace.</summary>
    public async Task<Answer<FeedLine>?> IssueFeed(FeedOwner owner, IssueFeed command, CancellationToken ct)
    {
        RequireFeeds(owner, command.Caller);
        if (owner.Role == CallerRole.Workplace)
        {
            if (await WorkplaceThere(new WorkplaceId(owner.Scope), command.Caller, ct).ConfigureAwait(false) is not { } workplace) return null;
            if (command.Department.Length > 0 && !workplace.Departments.Contains(command.Department)) return new Answer<FeedLine>(null, new Refusal("unknown-department"), 0, false);
        }
        else if (await MembershipOf(MemberId.Parse(owner.Scope), ct).ConfigureAwait(false) is null)
        {
            return null;
        }

        return await Ask(FeedsOf(owner), command, static (g, c, t) => g.Issue(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>Ends a calendar.</summary>
    public Task<Answer<FeedLine>> RevokeFeed(FeedOwner owner, RevokeFeed command, CancellationToken ct)
    {
        RequireFeeds(owner, command.Caller);
        return Ask(FeedsOf(owner), command, static (g, c, t) => g.Revoke(c, t), ct);
    }

    /// <summary>
    /// What a secret address leads to; null when it leads nowhere: nobody made it, it was ended, or whoever made it has the function no more. Whose duties it shows is in the
    /// audit under the name of who made it.
    /// </summary>
    public async Task<DutyFeed?> ReadFeed(string secret, CancellationToken ct)
    {
        var reader = actors.Grain<IFeedReaderGrain>(0);
        var hash = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret));
        if (await Ask(reader, hash, static (g, h, t) => g.Find(h, t), ct).ConfigureAwait(false) is not { } found) return null;
        if (AccountSubject.Account(found.Line.By.Subject) is { } account
            && !(await PeopleOf(new AlertBoxId(found.Line.By.Role, found.Line.By.Scope), ct).ConfigureAwait(false)).Contains(account)) return null;
        var feed = await Ask(reader, found, static (g, f, t) => g.Read(f, t), ct).ConfigureAwait(false);
        if (feed.Shifts.Count > 0) await Listed(DutyList, feed.Shifts.Select(s => s.Member).Distinct(), found.Line.By, ct).ConfigureAwait(false);
        return feed;
    }

    void RequireFeeds(FeedOwner owner, Caller caller) =>
        Require(caller, owner.Role == CallerRole.Member ? new Target.KeepFeeds(MemberId.Parse(owner.Scope)) : new Target.SteerWorkplace(new WorkplaceId(owner.Scope)), "keep calendars");

    IFeedGrain FeedsOf(FeedOwner owner) => actors.Grain<IFeedGrain>(owner.Text);
}
