using JmaActors.Dues;
using JmaActors.Web.Access;
using Microsoft.AspNetCore.Components;

namespace JmaActors.Pages.Dues;

/// <summary>A page of an association's dues of a year.</summary>
public abstract class DuesLivePage<TPicture> : LivePage<TPicture>
    where TPicture : class
{
    [Inject] public Gateway Gateway { get; set; } = null!;

    [Inject] public TimeProvider Time { get; set; } = null!;

    [Parameter] public string? Key { get; set; }

    [SupplyParameterFromQuery(Name = "year")] public int? AskedYear { get; set; }

    /// <summary>The fiscal year; the present one when none is asked for.</summary>
    protected int Year => AskedYear is >= DuesLimits.FirstYear and <= 2200 ? AskedYear.Value : FiscalYear.Of(Design.Show.DayOf(Time.GetUtcNow())).Year;

    /// <summary>The association; the caller's own when none is named, the nation's for whoever's function is of none.</summary>
    protected AssociationId? Of => Key is null ? AssociationId.TryParse(Caller.Scope, out var own) ? own : AssociationId.Jma : AssociationId.TryParse(Key, out var id) ? id : null;

    protected DuesRunId? Id => Of is { } of ? new DuesRunId(of, new FiscalYear(Year)) : null;
}
