using JmaActors.Accounts;
using JmaActors.Alerts;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>The inbox of the function the caller acts in, the newest first. Whose working hours it tells a workplace of is in the audit, as of the duty list.</summary>
    public async Task<AlertPage> Alerts(long? before, Caller caller, CancellationToken ct)
    {
        var page = await Ask(OwnAlerts(caller), (before, caller), static (g, w, t) => g.Read(w.before, w.caller, t), ct).ConfigureAwait(false);
        if (page.Alerts.Count > 0) await Listed(DutyList, page.Alerts.Select(a => a.Member).Distinct(), caller, ct).ConfigureAwait(false);
        return page;
    }

    /// <summary>Marks alerts of one's inbox as read, for everybody of the function.</summary>
    public Task<Answer<AlertPicture>> MarkAlertsRead(MarkAlertsRead command, CancellationToken ct) =>
        Ask(OwnAlerts(command.Caller), command, static (g, c, t) => g.MarkRead(c, t), ct);

    /// <summary>What one's inbox is told.</summary>
    public Task<AlertChoices> AlertChoices(Caller caller, CancellationToken ct) => Ask(OwnAlerts(caller), caller, static (g, c, t) => g.Choices(c, t), ct);

    /// <summary>Chooses what one's inbox is told.</summary>
    public Task<Answer<AlertChoices>> ChooseAlerts(ChooseAlerts command, CancellationToken ct) => Ask(OwnAlerts(command.Caller), command, static (g, c, t) => g.Choose(c, t), ct);

    /// <summary>Inboxes whose letter is due. For who sends letters: no right is asked for.</summary>
    internal Task<IReadOnlyList<string>> DueAlertLetters(CancellationToken ct) => Ask(actors.Grain<IAlertPostGrain>(0), 0, static (g, _, t) => g.Due(t), ct);

    internal Task<AlertLetter?> TakeAlertLetter(string box, CancellationToken ct) => Ask(AlertBox(box), 0, static (g, _, t) => g.TakeLetter(t), ct);

    internal Task AlertLetterSent(AlertLetter letter, int recipients, CancellationToken ct) =>
        Ask(AlertBox(letter.Box), (letter, recipients), static (g, w, t) => g.LetterSent(w.letter.UpTo, w.recipients, t), ct);

    /// <summary>Accounts that have the function of an inbox today, deputies among them.</summary>
    internal async Task<IReadOnlyList<string>> PeopleOf(AlertBoxId box, CancellationToken ct)
    {
        var (people, after) = (new HashSet<string>(StringComparer.Ordinal), (string?)null);
        do
        {
            var query = new FunctionQuery(box.Scope, false, after, AccountLimits.Page);
            var page = await Ask(actors.Grain<IFunctionListGrain>(0), query, static (g, q, t) => g.OfScope(q, Caller.System, t), ct).ConfigureAwait(false);
            people.UnionWith(page.Functions.Where(f => f.Role == box.Role && Lives(f) && f.From <= Today).Select(f => f.Account));
            after = page.Next;
        }
        while (after is not null);
        return [.. people];
    }

    bool AlertsThere(string box, Caller caller)
    {
        Require(caller, new Target.SeeAlerts(AlertBoxId.TryParse(box, out var id) ? id : null), "see alerts");
        return true;
    }

    IAlertBoxGrain OwnAlerts(Caller caller)
    {
        var box = AlertBoxId.Of(caller);
        Require(caller, new Target.SeeAlerts(box), "see alerts");
        return AlertBox(box!.Value.Text);
    }

    IAlertBoxGrain AlertBox(string box) => actors.Grain<IAlertBoxGrain>(box);
}
