using System.Globalization;
using JmaActors.Credits;
using JmaActors.Policies;
using JmaActors.Time;

namespace JmaActors.Training;

/// <summary>Draws the seminar board from a session's figures. It names nobody.</summary>
static class SeminarDrawing
{
    /// <param name="names">Names of associations by code; an unknown one shows as its code.</param>
    /// <param name="curve">People inside by minute.</param>
    public static SeminarPicture Draw(
        SessionView view, SessionFigures figures, IReadOnlyDictionary<string, int> curve, IReadOnlyDictionary<string, string> names, DateTimeOffset now, PolicyBook book)
    {
        // The newest minute with a tap speaks for the last minute only while it is not older than that.
        var recent = figures.Curve is { } point && now - point.Minute < TimeSpan.FromMinutes(2) ? point : null;
        return new SeminarPicture(
            view.Id.Code, figures.Sequence, view.Title, view.Place, names.GetValueOrDefault(view.Host.Code, view.Host.Code), figures.Status,
            view.DoorsOpen, view.DoorsClose, view.WholeTalk, figures.Inside, figures.People, figures.Ins, figures.Outs, figures.Refused,
            figures.PendingTenths / 10m, figures.PostedTenths / 10m, Talks(view, figures, book), Associations(figures, names), curve, Doubts(figures),
            recent?.Ins ?? 0, recent?.Outs ?? 0, Schemes(figures),
            (figures.Desks ?? []).ToDictionary(d => d.Device, d => new SeminarDesk(d.HeardAt, d.SkewMs, d.Waiting), StringComparer.Ordinal), figures.Web);
    }

    /// <summary>The associations with most people inside.</summary>
    public static IEnumerable<string> Shown(SessionFigures figures) => figures.InsideByAssociation
        .OrderByDescending(a => a.Value).ThenBy(a => a.Key, StringComparer.Ordinal).Take(SeminarPicture.AssociationsShown).Select(a => a.Key);

    static Dictionary<string, SeminarTalk> Talks(SessionView view, SessionFigures figures, PolicyBook book)
    {
        var talks = new Dictionary<string, SeminarTalk>(view.Talks.Count, StringComparer.Ordinal);
        for (var i = 0; i < view.Talks.Count; i++)
        {
            var (talk, of) = (view.Talks[i], figures.Talks[i]);
            talks.Add(talk.No.ToString(CultureInfo.InvariantCulture), new SeminarTalk(
                talk.Start, talk.End, talk.Title, talk.Speaker, talk.Code.Number, talk.Code == default ? "" : book.Codes.Title(talk.Code), TimelineRules.MaxUnits(talk, book).Value,
                of.People, of.PendingTenths / 10m, of.PostedTenths / 10m, of.Voided, talk.Kind, Offers(talk, book)));
        }
        return talks;
    }

    static SeminarOffer[] Offers(Talk talk, PolicyBook book) => [.. (talk.Offers ?? []).Select(o => new SeminarOffer(
        o.Scheme, o.Subject, book.Title(o.Scheme, o.Subject, Tokyo.DateOf(talk.Start)), OfferRules.Units(talk, o, book).Value))];

    static Dictionary<string, SeminarScheme> Schemes(SessionFigures figures) => (figures.Schemes ?? []).ToDictionary(
        s => SchemePolicy.Name(s.Scheme), s => new SeminarScheme(s.PendingTenths / 10m, s.PostedTenths / 10m, s.Voided), StringComparer.Ordinal);

    static Dictionary<string, SeminarAssociation> Associations(SessionFigures figures, IReadOnlyDictionary<string, string> names) =>
        Shown(figures).ToDictionary(code => code, code => new SeminarAssociation(names.GetValueOrDefault(code, code), figures.InsideByAssociation[code]), StringComparer.Ordinal);

    static Dictionary<string, SeminarDoubt> Doubts(SessionFigures figures) => figures.LastRefused.ToDictionary(
        t => t.Sequence.ToString(CultureInfo.InvariantCulture), t => new SeminarDoubt(t.At, t.Device, t.Reason ?? ""), StringComparer.Ordinal);
}
