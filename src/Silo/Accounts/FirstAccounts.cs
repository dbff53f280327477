using System.Globalization;
using System.Text;
using JmaActors.Composition;
using JmaActors.Demonstration;
using JmaActors.Directory;
using JmaActors.Time;
using JmaActors.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace JmaActors.Accounts;

/// <summary>
/// The accounts of a first start: of the demonstration one of each role, else one administrator whose password is good for one thing, to choose another.
/// What they sign in with is drawn by lot, printed, and kept in the data folder for its owner only.
/// </summary>
sealed class FirstAccounts(IServiceScopeFactory scopes, IGrainFactory grains, SiloSettings settings, TimeProvider time)
{
    const string Key = "first";
    const int TokenDays = 90;

    const string Operator = "operator@demo.example";

    static readonly Caller By = Caller.System;

    string FileName => Path.Combine(settings.Data, "accounts.txt");

    /// <summary>
    /// Makes them unless somebody has an operator's function, who can give all others; answers with what to print. A start that broke is completed by the next:
    /// passwords are in the file before there is an account they are of, and the operator comes last.
    /// </summary>
    public async Task<string> Ensure(CancellationToken ct)
    {
        if (await Operated(ct)) return File.Exists(FileName) ? $"Accounts to sign in with: {FileName}" : "";
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        IReadOnlyList<Wanted> wanted = settings.Empty
            ? [new("administrator@localhost", "管理者", [(CallerRole.Operator, "*", OfficeDuties.All)])]
            : await Demonstration(ct);
        var before = Kept();
        List<(Wanted Who, string Password)> all = [.. wanted.Select(w => (w, before.GetValueOrDefault(w.Address) ?? FirstPassword.New()))];
        Keep(Text(all, ""));
        List<(Wanted Who, string Password)> made = [];
        foreach (var one in all)
        {
            // Another node of the cluster makes them at the same moment: its passwords are the ones that hold.
            if (await Add(users, one.Who, one.Password, ct)) made.Add(one);
        }

        var text = Text(made, settings.Empty ? "" : await Token(users, ct));
        Keep(text);
        return await Operated(ct) ? $"{text}Kept in {FileName}, for its owner only." : $"{text}Nobody has an operator's function: another node is giving it, or it was withdrawn and is not given again by itself.";
    }

    async Task<bool> Operated(CancellationToken ct)
    {
        var (today, after) = (Tokyo.Today(time), (string?)null);
        do
        {
            var page = await grains.GetGrain<IFunctionListGrain>(0).OfScope(new FunctionQuery("*", false, after, AccountLimits.Page), By, ct);
            if (page.Functions.Any(f => f is { Role: CallerRole.Operator, Of: null } && f.From <= today && (f.Until is null || today <= f.Until))) return true;
            after = page.Next;
        }
        while (after is not null);
        return false;
    }

    async Task<IReadOnlyList<Wanted>> Demonstration(CancellationToken ct)
    {
        var prefecture = DemonstrationSeminar.DefaultHost;
        var members = await grains.GetGrain<IDirectoryGrain>(0).Members(new MemberQuery("", null, null, null, null, 2), Caller.Office(prefecture), ct);
        var (somebody, another) = (members.Members.ElementAtOrDefault(0), members.Members.ElementAtOrDefault(1));
        var local = AssociationId.TryParse(somebody?.Association, out var own) ? own : AssociationId.Local(int.Parse(prefecture.Code, CultureInfo.InvariantCulture), 1);
        return
        [
            new("jma@demo.example", "日医 見本", [(CallerRole.Office, AssociationId.Jma.Code, OfficeDuties.All)]),
            new("prefecture@demo.example", "府県 見本", [(CallerRole.Office, prefecture.Code, OfficeDuties.All)]),
            new("clerk@demo.example", "事務 見本", [(CallerRole.Office, local.Code, OfficeDuties.Clerk), .. Oneself(another)]),
            new("approver@demo.example", "承認 見本", [(CallerRole.Office, local.Code, OfficeDuties.Clerk | OfficeDuties.Approver)]),
            new("treasurer@demo.example", "会計 見本", [(CallerRole.Office, local.Code, OfficeDuties.Treasurer)]),
            new("host@demo.example", "主催 見本", [(CallerRole.Host, prefecture.Code, OfficeDuties.All)]),
            new("member@demo.example", somebody?.Name ?? "会員 見本", Oneself(somebody)),
            new("auditor@demo.example", "監査 見本", [(CallerRole.Auditor, prefecture.Code, OfficeDuties.All)]),
            new("workplace@demo.example", "勤怠 見本", [(CallerRole.Workplace, DemonstrationWorkplace.First.Id.Code, OfficeDuties.All)]),
            new("interviewer@demo.example", "面接 見本", [(CallerRole.Interviewer, DemonstrationWorkplace.First.Id.Code, OfficeDuties.All)]),
            new("surveyor@demo.example", "評価 見本", [(CallerRole.Surveyor, AssociationId.Jma.Code, OfficeDuties.All)]),
            new("door@demo.example", "受付 見本", [(CallerRole.Door, DemonstrationSeminar.Running(prefecture, time.GetUtcNow()).Session.Code, OfficeDuties.All)]),
            new(Operator, "運用 見本", [(CallerRole.Operator, "*", OfficeDuties.All)]),
        ];
    }

    static (CallerRole, string, OfficeDuties)[] Oneself(MemberLine? member) => member is null ? [] : [(CallerRole.Member, member.Id.ToString(), OfficeDuties.All)];

    /// <summary>
    /// Makes an account and what it lacks of its functions; true when the password is the one it has. An account of that address with another password is
    /// somebody else's by now, and is given nothing.
    /// </summary>
    async Task<bool> Add(UserManager<Account> users, Wanted who, string password, CancellationToken ct)
    {
        var account = new Account { UserName = who.Address, Email = who.Address, EmailConfirmed = true, Name = who.Name, MustChange = settings.Empty };
        var made = await users.FindByNameAsync(who.Address) is null && (await users.CreateAsync(account, password)).Succeeded;
        if (!made)
        {
            if (await users.FindByNameAsync(who.Address) is not { } there) throw new InvalidOperationException($"The account {who.Address} could not be made.");
            if (!await users.CheckPasswordAsync(there, password)) return false;
            account = there;
        }

        var ledger = grains.GetGrain<IAccountGrain>(account.Id);
        if (made) await ledger.Note(new NoteSecurity(SecurityNotes.Created, Key, By), ct);
        foreach (var (function, at) in who.Functions.Select((f, i) => (f, i + 1)))
        {
            var answer = await ledger.Grant(new GrantFunction($"{Key}-{at}", function.Role, function.Scope, function.Duties, Tokyo.Today(time), null, "First start", By), ct);
            if (answer.Refusal is { Reason: not "member-has-account" } refusal) throw new InvalidOperationException($"A first account was refused its function: {refusal.Reason}.");
        }

        return true;
    }

    async Task<string> Token(UserManager<Account> users, CancellationToken ct)
    {
        if (await users.FindByNameAsync(Operator) is not { } account) return "";
        var (token, text) = BearerToken.New(account.Id);
        var answer = await grains.GetGrain<IAccountGrain>(account.Id).Issue(new IssueToken(token.Id, "First start", token.Hash, $"{Key}-1", time.GetUtcNow().AddDays(TokenDays), By), ct);
        return answer.Accepted ? $"  token for scripts        {text}   operator, {TokenDays} days" : "";
    }

    /// <summary>What is kept and printed: a line for each account.</summary>
    string Text(IReadOnlyList<(Wanted Who, string Password)> accounts, string token)
    {
        var lines = new StringBuilder();
        foreach (var (who, password) in accounts) lines.AppendLine(CultureInfo.InvariantCulture, $"  {who.Address,-24} {password}   {string.Join(", ", who.Functions.Select(Words))}");
        if (token.Length > 0) lines.AppendLine(token);
        if (settings.Empty && accounts.Count > 0) lines.AppendLine("The password is good for one sign-in, which asks for another.");
        return lines.ToString();
    }

    /// <summary>Passwords a start that broke has left, by address.</summary>
    Dictionary<string, string> Kept() => !File.Exists(FileName) ? [] : File.ReadLines(FileName).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(l => l.Length > 2 && l[0].Contains('@', StringComparison.Ordinal)).DistinctBy(l => l[0]).ToDictionary(l => l[0], l => l[1], StringComparer.Ordinal);

    static string Words((CallerRole Role, string Scope, OfficeDuties Duties) f) =>
        f.Role == CallerRole.Office ? $"office {f.Scope} ({f.Duties.ToString().ToLowerInvariant()})" : $"{f.Role.ToString().ToLowerInvariant()} {f.Scope}";

    /// <summary>In the place of what was kept before, in one step.</summary>
    void Keep(string text)
    {
        var fresh = $"{FileName}.new";
        if (File.Exists(fresh)) File.Delete(fresh);
        OwnerOnlyFile.Create(fresh, text);
        File.Move(fresh, FileName, overwrite: true);
    }

    sealed record Wanted(string Address, string Name, (CallerRole Role, string Scope, OfficeDuties Duties)[] Functions);
}

/// <summary>A file only its owner may read.</summary>
static class OwnerOnlyFile
{
    public static void Create(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.Write(text);
    }
}
