using System.Globalization;
using System.Security.Cryptography;
using JmaActors.Accounts;
using JmaActors.Design;
using JmaActors.Pages.Accounts;
using JmaActors.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace JmaActors.Web.Accounts;

/// <summary>Functions on pages: lending one's own to a deputy, and, for who may, giving and withdrawing those of an office.</summary>
static class FunctionPages
{
    const string Page = "/account/functions";
    const int NameMost = 100;

    /// <summary>Stands for a deputy who has not been looked up.</summary>
    internal const string SomebodyYet = "-";

    const int KeyBytes = 8;

    public static void Map(IEndpointRouteBuilder site)
    {
        var pages = site.Forms(Page).WithMetadata(new OwnAccountAttribute()).RequireRateLimiting(SignInRates.Forms);
        pages.MapGet("", (HttpContext http, Gateway gateway, IAccountBook names, TimeProvider clock, CancellationToken ct) => Show(http, gateway, names, clock, StatusCodes.Status200OK, null, null, ct));
        pages.MapPost("/lend", Lend);
        pages.MapPost("/recall", Recall);
        pages.MapPost("/grant", Grant);
        pages.MapPost("/withdraw", Withdraw);
        pages.MapPost("/recover", Recover);
    }

    static async Task<IResult> Lend(HttpContext http, SignIns signIns, Gateway gateway, IAccountBook names, TimeProvider clock, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct).ConfigureAwait(false);
        var functions = await gateway.FunctionsOf(http.User.Account()!, Me(http), ct).ConfigureAwait(false);
        var function = functions.FirstOrDefault(f => f.Id == form["function"]);
        var command = new LendFunction(
            Key(), form.Field("function", AccountLimits.KeyLength), SomebodyYet, function?.Duties ?? OfficeDuties.All, Day(form["from"]) ?? Today(clock), Day(form["until"]) ?? Today(clock), form.Field("reason", AccountLimits.ReasonLength), Me(http));
        // Whether an address is somebody's is told to who has something to lend and says for how long and why.
        if (await gateway.MayLend(command, ct).ConfigureAwait(false) is { } fault) return await Show(http, gateway, names, clock, StatusCodes.Status422UnprocessableEntity, http.Words(fault), null, ct).ConfigureAwait(false);
        var deputy = await signIns.UserManager.FindByNameAsync(form.Field("address", SignInLimits.Address).Trim()).ConfigureAwait(false);
        if (deputy is null) return await Show(http, gateway, names, clock, StatusCodes.Status422UnprocessableEntity, http.Words("Functions.Nobody"), null, ct).ConfigureAwait(false);
        var answer = await gateway.LendFunction(command with { To = deputy.Id }, ct).ConfigureAwait(false);
        return await Show(
            http, gateway, names, clock, answer.Refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, answer.Refusal is { } refusal ? http.Words(refusal) : null,
            answer.Refusal is null ? http.Words("Told.function-lent") : null, ct).ConfigureAwait(false);
    }

    static async Task<IResult> Recall(HttpContext http, Gateway gateway, IAccountBook names, TimeProvider clock, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct).ConfigureAwait(false);
        await gateway.RecallFunction(new RecallFunction(form.Field("loan", AccountLimits.KeyLength), http.Words("Functions.Recall"), Me(http)), ct).ConfigureAwait(false);
        return await Show(http, gateway, names, clock, StatusCodes.Status200OK, null, http.Words("Told.loan-recalled"), ct).ConfigureAwait(false);
    }

    static async Task<IResult> Grant(HttpContext http, SignIns signIns, Gateway gateway, Recovery recovery, IAccountBook names, TimeProvider clock, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct).ConfigureAwait(false);
        if (http.Features.Get<Asked>()?.Caller is not { } caller) return Results.LocalRedirect(AccountPaths.Function);
        if (!Enum.TryParse<CallerRole>(form["role"], out var role)) return Results.LocalRedirect(Page);
        var duties = role == CallerRole.Office ? form["duties"].Aggregate(OfficeDuties.None, static (all, d) => Enum.TryParse<OfficeDuties>(d, out var duty) ? all | duty : all) : OfficeDuties.All;
        var command = new GrantFunction(
            Key(), role, form.Field("scope", AccountLimits.KeyLength).Trim(), duties, Day(form["from"]) ?? Today(clock), Day(form["until"]), form.Field("reason", AccountLimits.ReasonLength), caller);
        try
        {
            // Whether the caller may is asked before an account is made for it.
            var there = await signIns.UserManager.FindByNameAsync(form.Field("address", SignInLimits.Address).Trim()).ConfigureAwait(false);
            if (await gateway.RequireGrant(there?.Id, command, ct).ConfigureAwait(false) is { } barred) return await Show(http, gateway, names, clock, StatusCodes.Status422UnprocessableEntity, http.Words(barred), null, ct).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is OutOfScopeException or NothingThereException or InvalidInputException)
        {
            return await Show(http, gateway, names, clock, StatusCodes.Status403Forbidden, http.Words("Functions.MayNot"), null, ct).ConfigureAwait(false);
        }

        var (account, first, trouble) = await Known(http, signIns.UserManager, form, caller, signIns).ConfigureAwait(false);
        if (account is null) return await Show(http, gateway, names, clock, StatusCodes.Status422UnprocessableEntity, trouble, null, ct).ConfigureAwait(false);
        var answer = await gateway.GrantFunction(account.Id, command, ct).ConfigureAwait(false);
        if (answer.Refusal is { } refusal) return await Show(http, gateway, names, clock, StatusCodes.Status422UnprocessableEntity, http.Words(refusal), null, ct).ConfigureAwait(false);
        await LinkLetters.Given(http, account.Id, command, answer, ct).ConfigureAwait(false);
        if (first is null) return await Show(http, gateway, names, clock, StatusCodes.Status200OK, null, http.Words("Functions.Granted", account.UserName!), ct).ConfigureAwait(false);
        if (!recovery.Enabled) return await Show(http, gateway, names, clock, StatusCodes.Status200OK, null, http.Words("Functions.Made", account.UserName!, first), ct).ConfigureAwait(false);
        await recovery.Invite(signIns.UserManager, account).ConfigureAwait(false);
        return await Show(http, gateway, names, clock, StatusCodes.Status200OK, null, http.Words("Functions.Invited", account.UserName!), ct).ConfigureAwait(false);
    }

    static async Task<IResult> Withdraw(HttpContext http, Gateway gateway, IAccountBook names, TimeProvider clock, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct).ConfigureAwait(false);
        if (http.Features.Get<Asked>()?.Caller is not { } caller) return Results.LocalRedirect(AccountPaths.Function);
        try
        {
            var command = new WithdrawFunction(form.Field("function", AccountLimits.KeyLength), form.Field("reason", AccountLimits.ReasonLength), caller);
            var account = form.Field("account", AccountLimits.KeyLength);
            var answer = await gateway.WithdrawFunction(account, command, ct).ConfigureAwait(false);
            LinkLetters.Withdrawn(http, account, command, answer);
            return answer.Refusal is { } refusal
                ? await Show(http, gateway, names, clock, StatusCodes.Status422UnprocessableEntity, http.Words(refusal), null, ct).ConfigureAwait(false)
                : await Show(http, gateway, names, clock, StatusCodes.Status200OK, null, http.Words("Functions.Withdrawn"), ct).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is OutOfScopeException or NothingThereException or InvalidInputException)
        {
            return await Show(http, gateway, names, clock, StatusCodes.Status403Forbidden, http.Words("Functions.MayNot"), null, ct).ConfigureAwait(false);
        }
    }

    static async Task<IResult> Recover(HttpContext http, Recovery recovery, Gateway gateway, IAccountBook names, TimeProvider clock, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct).ConfigureAwait(false);
        var (reason, caller) = (form.Field("reason", AccountLimits.ReasonLength), http.Features.Get<Asked>()?.Caller);
        string? trouble = http.Words("Functions.NoAccount");
        try
        {
            if (caller is not null && reason.Length > 0 && MemberId.TryParse(form["member"], out var member))
            {
                trouble = await recovery.Help(member, form["second"] == "on", reason, caller, ct).ConfigureAwait(false) is { } refusal ? http.Words(refusal) : null;
            }
        }
        catch (NothingThereException)
        {
            // Said as it stands.
        }
        catch (OutOfScopeException)
        {
            return await Show(http, gateway, names, clock, StatusCodes.Status403Forbidden, http.Words("Functions.MayNot"), null, ct).ConfigureAwait(false);
        }

        return await Show(
            http, gateway, names, clock, trouble is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, trouble, trouble is null ? http.Words("Functions.Helped") : null, ct).ConfigureAwait(false);
    }

    /// <summary>The account of an address, made when there is none; then with a first password.</summary>
    static async Task<(Account? Account, string? First, string? Trouble)> Known(HttpContext http, UserManager<Account> users, IFormCollection form, Caller by, SignIns signIns)
    {
        var address = form.Field("address", SignInLimits.Address).Trim();
        if (await users.FindByNameAsync(address).ConfigureAwait(false) is { } known) return (known, null, null);
        var (account, password) = (new Account { UserName = address, Email = address, EmailConfirmed = true, Name = form.Field("name", NameMost).Trim(), MustChange = true }, FirstPassword.New());
        var made = await users.CreateAsync(account, password).ConfigureAwait(false);
        if (!made.Succeeded) return (null, null, http.Words(made));
        await signIns.Note(account, SecurityNotes.Created, "", by).ConfigureAwait(false);
        return (account, password, null);
    }

    static async Task<IResult> Show(HttpContext http, Gateway gateway, IAccountBook names, TimeProvider clock, int status, string? trouble, string? done, CancellationToken ct)
    {
        var (caller, today) = (http.Features.Get<Asked>()?.Caller, Today(clock));
        var mine = await gateway.FunctionsOf(http.User.Account()!, Me(http), ct).ConfigureAwait(false);
        var scope = caller is { Role: CallerRole.Office or CallerRole.Auditor } ? caller.Scope : http.Request.Query["scope"].ToString() is { Length: > 0 and <= AccountLimits.KeyLength } said ? said : caller?.Role == CallerRole.Operator ? AssociationId.Jma.Code : null;
        var page = caller is not null && scope is not null && Scopes.Allows(caller, new Target.SeeFunctions(scope)) ? await gateway.FunctionsOfScope(new FunctionQuery(scope, false, http.Request.Query["after"], AccountLimits.Page), caller, ct).ConfigureAwait(false) : null;
        var ids = mine.SelectMany(f => f.Loans.Select(l => l.To).Append(f.Of ?? "")).Concat(page?.Functions.Select(f => f.Account) ?? []).Where(i => i.Length > 0).Distinct().ToList();
        return AccountForms.Show<FunctionsPage>(
            status, (nameof(FunctionsPage.Token), http.Token()), (nameof(FunctionsPage.Mine), (IReadOnlyList<HeldFunction>)[.. mine.Where(f => f.Ended is null)]), (nameof(FunctionsPage.All), mine), (nameof(FunctionsPage.Scope), scope), (nameof(FunctionsPage.Listed), page),
            (nameof(FunctionsPage.Names), await names.Names(ids, ct).ConfigureAwait(false)), (nameof(FunctionsPage.Today), today), (nameof(FunctionsPage.Trouble), trouble), (nameof(FunctionsPage.Done), done), (nameof(FunctionsPage.Caller), caller));
    }

    static Caller Me(HttpContext http) => AccountSubject.Person(http.User.Account()!);

    static string Key() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));

    static DateOnly Today(TimeProvider clock) => JmaActors.Design.Show.DayOf(clock.GetUtcNow());

    static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>A password drawn by lot, good for choosing one's own: about 98 bits.</summary>
public static class FirstPassword
{
    const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    const int Groups = 4, GroupLength = 5;

    public static string New() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)));
}
