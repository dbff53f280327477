using JmaActors.Applications;
using JmaActors.Credits;
using JmaActors.Dues;
using JmaActors.Members;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Applications;

/// <param name="Membership">As it is to be; absent for a reduction and a death.</param>
/// <param name="From">From which civil date; for a death the day after.</param>
/// <param name="Reduction">For a reduction alone.</param>
public sealed record ApplicationRequestBody(ApplicationKind Kind, DateOnly From, Membership? Membership = null, ReductionAskedBody? Reduction = null)
{
    public ApplicationRequest ToRequest() => new(Kind, Membership, From, Reduction?.ToAsked());
}

/// <param name="Layers">Whose dues it is to reduce, an array of <c>local</c>, <c>prefecture</c>, <c>jma</c>.</param>
public sealed record ReductionAskedBody(ReductionKind Kind, DateOnly? Until, MembershipLayers Layers)
{
    public ReductionAsked ToAsked() => new(Kind, Until, Layers);
}

/// <param name="Documents">SHA-256 of documents brought before for the same person.</param>
public sealed record DraftApplicationBody(ApplicationRequestBody Request, string Words = "", IReadOnlyList<string>? Documents = null)
{
    public DraftApplication ToCommand(Caller caller) => new(Request.ToRequest(), ApplicationText.Words(Words), [.. (Documents ?? []).Select(d => Input.Text(d, "documents", EvidenceLimits.Digits))], caller);
}

/// <param name="Key">The sender's own: the same again is the same word.</param>
/// <param name="Office">Whose word it is, from an operator; an office speaks for itself.</param>
public sealed record DecideApplicationBody(string Key, ApplicationWord Word, string Words = "", AssociationId? Office = null);

public sealed record UndoApplicationBody(string Words);

static class ApplicationText
{
    public static ApplicationRef Id(string text) =>
        ApplicationRef.TryParse(text, out var id) ? id : throw new InvalidInputException("id", $"An application is a member number, a dot and 1 to {ApplicationLimits.Key} letters, digits, hyphens or underscores.");

    /// <summary>People write in several lines; other control characters are nobody's words.</summary>
    public static string Words(string? text)
    {
        text ??= "";
        if (text.Length > ApplicationLimits.Words) throw new InvalidInputException("words", $"Give at most {ApplicationLimits.Words} characters.");
        return text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? throw new InvalidInputException("words", "Leave out control characters.") : text;
    }
}
