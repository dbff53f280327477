using JmaActors.Evaluations;
using JmaActors.Pages.Evaluations;
using JmaActors.Web.Access;
using JmaActors.Web.Accounts;
using JmaActors.Web.Credits;
using JmaActors.Web.Http;
using JmaActors.WorkHours;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JmaActors.Web.Evaluations;

/// <summary><c>/designations</c>: whom prefectures designated, for everybody, without sign-in, script or circuit; and documents of applications, for whoever sees them.</summary>
public static class DesignationPages
{
    const int Lines = 100;

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/designations", Designations).ExcludeFromDescription().AllowAnonymous().RequireRateLimiting(SignInRates.Verify);
        site.MapGet("/evaluations/{id}/documents/{sha256}", Document).ExcludeFromDescription();
    }

    static async Task<IResult> Designations(string? level, string? after, Gateway gateway, CancellationToken ct)
    {
        WorkLevel? one = Enum.TryParse<WorkLevel>(level, true, out var read) && EvaluationText.Levels.Contains(read) ? read : null;
        try
        {
            var from = after is { Length: > 0 and <= WebLimits.Cursor } && !after.HasControls() ? after : null;
            return Show(await gateway.Designations(one, null, from, Lines, ct).ConfigureAwait(false), one, false);
        }
        catch (TryAgainException)
        {
            return Show(null, one, true);
        }
    }

    static async Task<IResult> Document(string id, string sha256, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        try
        {
            return EvaluationId.TryParse(id, out var read) && sha256 is { Length: JmaActors.Credits.EvidenceLimits.Digits }
                ? EvidenceEndpoints.Handed(await gateway.ReadDocument(read, sha256, CallerOf.Page(http), ct).ConfigureAwait(false), http) : TypedResults.NotFound();
        }
        catch (Exception fault) when (fault is OutOfScopeException or NotSignedInException or InvalidInputException or TryAgainException)
        {
            return Faults.Of(fault);
        }
    }

    static RazorComponentResult<DesignationsDocument> Show(PublicDesignations? page, WorkLevel? level, bool away) => new(new Dictionary<string, object?>
    {
        [nameof(DesignationsDocument.Page)] = page, [nameof(DesignationsDocument.Level)] = level, [nameof(DesignationsDocument.Away)] = away,
    });
}
