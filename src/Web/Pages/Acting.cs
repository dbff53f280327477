using JmaActors.Resources;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using MudBlazor;

namespace JmaActors.Pages;

/// <summary>Does what a person asked for on a page and says in words what became of it: done, refused and why, or to be tried again.</summary>
public sealed class Acting(ISnackbar messages, IStringLocalizer<Texts> texts, IStringLocalizer<Reasons> reasons, ILogger<Acting> log)
{
    /// <summary>Sends a command. The value when it was accepted; null when it was refused or could not be done, which the person has then been told.</summary>
    /// <param name="done">What to say when accepted; null for nothing.</param>
    public async Task<T?> Command<T>(Func<Task<Answer<T>?>> command, string? done = null)
        where T : class
    {
        var answer = await Ask(command).ConfigureAwait(true);
        if (answer is null) return null;
        if (answer.Refusal is { } refusal)
        {
            messages.Add(reasons.Words(refusal), Severity.Error);
            return null;
        }

        if (done is not null) messages.Add(done, Severity.Success);
        return answer.Value;
    }

    /// <summary>Asks for something; null when it could not be had, which the person has then been told.</summary>
    public async Task<T?> Ask<T>(Func<Task<T?>> question)
        where T : class
    {
        try
        {
            var found = await question().ConfigureAwait(true);
            if (found is null) messages.Add(texts["Trouble.Gone.Title"], Severity.Warning);
            return found;
        }
        catch (OperationCanceledException)
        {
            // The person has left the page.
            return null;
        }
        catch (Exception fault)
        {
            Tell(fault);
            return null;
        }
    }

    /// <summary>Says what went wrong and what to do; the fault itself goes to the log only.</summary>
    public void Tell(Exception fault)
    {
        PageLog.ActionFailed(log, fault, fault.GetType().Name);
        var kind = TroubleKinds.Of(fault);
        messages.Add($"{texts[$"Trouble.{kind}.Title"]} {texts[$"Trouble.{kind}.Text"]}", kind == "Busy" ? Severity.Warning : Severity.Error);
    }
}
