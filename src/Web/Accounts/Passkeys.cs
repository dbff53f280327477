using System.Buffers.Text;
using System.Text;
using JmaActors.Accounts;
using JmaActors.Pages.Accounts;
using Microsoft.AspNetCore.Identity;

namespace JmaActors.Web.Accounts;

/// <summary>Passkeys: the framework checks what they say; here is what the pages send and get.</summary>
static class Passkeys
{
    const int NameMost = 60;

    public static async Task<IResult> RequestOptions(SignIns signIns) =>
        Results.Content(await signIns.MakePasskeyRequestOptionsAsync(null).ConfigureAwait(false), "application/json", Encoding.UTF8);

    /// <summary>What a passkey says may be anything: what cannot be read has not proved anything.</summary>
    public static async Task<SignInResult> SignIn(SignIns signIns, string credential)
    {
        try
        {
            return await signIns.PasskeySignInAsync(credential).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is InvalidOperationException or System.Text.Json.JsonException or FormatException or PasskeyException)
        {
            return SignInResult.Failed;
        }
    }

    public static async Task<IResult> CreationOptions(HttpContext http, SignIns signIns)
    {
        if (await signIns.UserManager.GetUserAsync(http.User).ConfigureAwait(false) is not { } user) return Results.NotFound();
        var entity = new PasskeyUserEntity { Id = user.Id, Name = user.UserName!, DisplayName = user.Name.Length > 0 ? user.Name : user.UserName! };
        return Results.Content(await signIns.MakePasskeyCreationOptionsAsync(entity).ConfigureAwait(false), "application/json", Encoding.UTF8);
    }

    public static async Task<IResult> Add(HttpContext http, SignIns signIns, Recovery letters, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct).ConfigureAwait(false);
        var users = signIns.UserManager;
        if (await users.GetUserAsync(http.User).ConfigureAwait(false) is not { } user) return Results.NotFound();
        var credential = form["credential"].ToString();
        var known = await users.GetPasskeysAsync(user).ConfigureAwait(false);
        if (known.Count >= SignInLimits.Passkeys || credential.Length is 0 or > SignInLimits.Credential) return OwnPages.Told("passkey-failed");
        PasskeyAttestationResult made;
        try
        {
            made = await signIns.PerformPasskeyAttestationAsync(credential).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is InvalidOperationException or System.Text.Json.JsonException or FormatException or PasskeyException)
        {
            return OwnPages.Told("passkey-failed");
        }

        if (!made.Succeeded || made.UserEntity.Id != user.Id) return OwnPages.Told("passkey-failed");
        made.Passkey.Name = form.Field("name", NameMost) is { Length: > 0 } name ? name : Devices.Words(http.Request.Headers.UserAgent);
        if (!(await users.AddOrUpdatePasskeyAsync(user, made.Passkey).ConfigureAwait(false)).Succeeded) return OwnPages.Told("passkey-failed");
        await signIns.Note(user, SecurityNotes.PasskeyAdded).ConfigureAwait(false);
        letters.Tell(user, "PasskeyAdded");
        return OwnPages.Told("passkey-added");
    }

    public static async Task<IResult> Remove(HttpContext http, SignIns signIns, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct).ConfigureAwait(false);
        if (await signIns.UserManager.GetUserAsync(http.User).ConfigureAwait(false) is not { } user) return Results.NotFound();
        var id = form.Field("passkey", SignInLimits.Credential);
        if (!Base64Url.IsValid(id)) return OwnPages.Told("passkey-failed");
        await signIns.UserManager.RemovePasskeyAsync(user, Base64Url.DecodeFromChars(id)).ConfigureAwait(false);
        await signIns.Note(user, SecurityNotes.PasskeyRemoved).ConfigureAwait(false);
        return OwnPages.Told("passkey-removed");
    }
}
