using JmaActors.Directory;
using JmaActors.Journal;
using JmaActors.Members;

namespace JmaActors.Enrolments;

/// <summary>Lists of sign-ups; see <see cref="IEnrolmentListGrain"/>. The caller's scope is added here and nowhere else.</summary>
[StatelessWorker]
sealed class EnrolmentListGrain(IEnrolmentIndex index) : Grain, IEnrolmentListGrain
{
    /// <summary>Longest text looked for.</summary>
    const int TextMost = 100;

    public async Task<AttendeePage> Attendees(AttendeeQuery query, Caller caller, CancellationToken ct)
    {
        var scope = SearchScope.Of(caller);
        if (scope.Nobody || scope.Self is not null || query.Text.Length > TextMost) return new AttendeePage([], null);
        var sought = query with { Text = query.Text.Trim(), Size = Math.Clamp(query.Size, 1, EnrolmentLimits.Page) };
        var kana = KanaRules.Fold(sought.Text);
        return await index.Attendees(sought, KanaRules.IsReading(kana) ? kana : "", scope.SeenFrom, ct).OrTryAgain();
    }

    public async Task<MemberEnrolmentPage> OfMember(MemberId member, string? after, int size, Caller caller, CancellationToken ct)
    {
        var scope = SearchScope.Of(caller);
        if (scope.Nobody || scope.SeenFrom is not null || (scope.Self is { } self && self != member)) return new MemberEnrolmentPage([], null);
        return await index.OfMember(member.Number, after, Math.Clamp(size, 1, EnrolmentLimits.Page), ct).OrTryAgain();
    }
}
