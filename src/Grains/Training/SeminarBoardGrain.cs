using JmaActors.Directory;
using JmaActors.Live;
using JmaActors.Policies;
using JmaActors.Time;
using Microsoft.Extensions.Logging;

namespace JmaActors.Training;

/// <summary>The live board of a session. Holds nothing of its own: figures, plan and curve are the session's, names the directory's.</summary>
[GrainType("seminar-board")]
[ImplicitStreamSubscription(ChangeStreams.Sessions)]
public sealed class SeminarBoardGrain(PolicyBook book, TimeProvider time, ILogger<SeminarBoardGrain> log)
    : BoardGrain<SeminarPicture>("seminar/", time, log), ISeminarBoardGrain
{
    /// <summary>How often the board is looked at anew although nobody tapped: what it says about the last minute grows old.</summary>
    static readonly TimeSpan Aging = TimeSpan.FromSeconds(20);

    readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    Dictionary<string, int> curve = new(StringComparer.Ordinal);
    DateTimeOffset? newest;
    int edits;
    SessionView? view;

    ISessionGrain Session => GrainFactory.GetGrain<ISessionGrain>(this.GetPrimaryKeyString());

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        this.RegisterGrainTimer(_ =>
        {
            Canvas.Hint();
            return Task.CompletedTask;
        }, new GrainTimerCreationOptions(Aging, Aging) { Interleave = true });
        return base.OnActivateAsync(cancellationToken);
    }

    protected override async ValueTask<SeminarPicture?> Draw()
    {
        view ??= await Session.Read(Caller.System, CancellationToken.None);
        if (view is null) return null;
        var figures = await Session.Figures(CancellationToken.None);
        await Follow(figures);
        await Name([view.Host.Code, .. SeminarDrawing.Shown(figures)]);
        return SeminarDrawing.Draw(view, figures, curve, names, Time.GetUtcNow(), book);
    }

    /// <summary>Within a minute the newest point is enough; a new minute or a late tap has the whole curve read again.</summary>
    async Task Follow(SessionFigures figures)
    {
        if (figures.Curve is not { } point) return;
        if (newest == point.Minute && edits == figures.CurveEdits)
        {
            curve[Tokyo.MinuteOf(point.Minute)] = point.Inside;
            return;
        }
        var points = await Session.Curve(CancellationToken.None);
        var drawn = new Dictionary<string, int>(points.Count, StringComparer.Ordinal);
        foreach (var p in points) drawn[Tokyo.MinuteOf(p.Minute)] = p.Inside;
        (curve, newest, edits) = (drawn, point.Minute, figures.CurveEdits);
    }

    async Task Name(IReadOnlyList<string> codes)
    {
        var unknown = codes.Where(c => c != SessionState.NoAssociation && !names.ContainsKey(c)).Distinct(StringComparer.Ordinal).ToArray();
        if (unknown.Length == 0) return;
        foreach (var (code, name) in await GrainFactory.GetGrain<IDirectoryGrain>(0).Associations(unknown, CancellationToken.None)) names[code] = name;
    }
}
