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

    static readonly Caller By = Caller.System;

    string FileName => Path.Combine(settings.Data, "accounts.txt");

    /// <summary>Makes them unless there are any accounts; answers with what to print.</summary>
    public async Task<string> Ensure(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await users.Users.AnyAsync(ct)) return File.Exists(FileName) ? $"Accounts to sign in with: {FileName}" : "";
        var lines = new StringBuilder();
        if (settings.Empty)
        {
            await Add(users, lines, "administrator@localhost", "管理者", true, [(CallerRole.Operator, "*", OfficeDuties.All)], ct);
            lines.AppendLine("The password is good for one sign-in, which asks for another.");
        }
        else
        {
            foreach (var (address, name, functions) in await Demonstration(ct)) await Add(users, lines, address, name, false, functions, ct);
            if (await users.FindByNameAsync("operator@demo.example") is { } first) await Token(first, lines, ct);
        }

        Keep(lines.ToString());
        return $"{lines}Kept in {FileName}, for its owner only.";
    }

    async Task<IReadOnlyList<(string, string, (CallerRole, string, OfficeDuties)[])>> Demonstration(CancellationToken ct)
    {
        var prefecture = DemonstrationSeminar.DefaultHost;
        var members = await grains.GetGrain<IDirectoryGrain>(0).Members(new MemberQuery("", null, null, null, null, 2), Caller.Office(prefecture), ct);
        var (somebody, another) = (members.Members.ElementAtOrDefault(0), members.Members.ElementAtOrDefault(1));
        var local = AssociationId.TryParse(somebody?.Association, out var own) ? own : AssociationId.Local(int.Parse(prefecture.Code, CultureInfo.InvariantCulture), 1);
        return
        [
            ("operator@demo.example", "運用 見本", [(CallerRole.Operator, "*", OfficeDuties.All)]),
            ("jma@demo.example", "日医 見本", [(CallerRole.Office, AssociationId.Jma.Code, OfficeDuties.All)]),
            ("prefecture@demo.example", "府県 見本", [(CallerRole.Office, prefecture.Code, OfficeDuties.All)]),
            ("clerk@demo.example", "事務 見本", [(CallerRole.Office, local.Code, OfficeDuties.Clerk), .. Oneself(another)]),
            ("approver@demo.example", "承認 見本", [(CallerRole.Office, local.Code, OfficeDuties.Clerk | OfficeDuties.Approver)]),
            ("treasurer@demo.example", "会計 見本", [(CallerRole.Office, local.Code, OfficeDuties.Treasurer)]),
            ("host@demo.example", "主催 見本", [(CallerRole.Host, prefecture.Code, OfficeDuties.All)]),
            ("member@demo.example", somebody?.Name ?? "会員 見本", Oneself(somebody)),
            ("auditor@demo.example", "監査 見本", [(CallerRole.Auditor, prefecture.Code, OfficeDuties.All)]),
            ("workplace@demo.example", "勤怠 見本", [(CallerRole.Workplace, "W1", OfficeDuties.All)]),
            ("interviewer@demo.example", "面接 見本", [(CallerRole.Interviewer, "W1", OfficeDuties.All)]),
            ("surveyor@demo.example", "評価 見本", [(CallerRole.Surveyor, AssociationId.Jma.Code, OfficeDuties.All)]),
            ("door@demo.example", "受付 見本", [(CallerRole.Door, DemonstrationSeminar.Running(prefecture, time.GetUtcNow()).Session.Code, OfficeDuties.All)]),
        ];
    }

    static (CallerRole, string, OfficeDuties)[] Oneself(MemberLine? member) => member is null ? [] : [(CallerRole.Member, member.Id.ToString(), OfficeDuties.All)];

    async Task Add(UserManager<Account> users, StringBuilder lines, string address, string name, bool mustChange, (CallerRole Role, string Scope, OfficeDuties Duties)[] functions, CancellationToken ct)
    {
        var (account, password) = (new Account { UserName = address, Email = address, EmailConfirmed = true, Name = name, MustChange = mustChange }, FirstPassword.New());
        var made = await users.CreateAsync(account, password);
        // Another node of the cluster makes them at the same moment: its passwords are the ones that hold.
        if (!made.Succeeded) return;
        var ledger = grains.GetGrain<IAccountGrain>(account.Id);
        await ledger.Note(new NoteSecurity(SecurityNotes.Created, Key, By), ct);
        foreach (var (function, at) in functions.Select((f, i) => (f, i + 1)))
        {
            var answer = await ledger.Grant(new GrantFunction($"{Key}-{at}", function.Role, function.Scope, function.Duties, Tokyo.Today(time), null, "First start", By), ct);
            if (answer.Refusal is { } refusal) throw new InvalidOperationException($"A first account was refused its function: {refusal.Reason}.");
        }

        lines.AppendLine(CultureInfo.InvariantCulture, $"  {address,-24} {password}   {string.Join(", ", functions.Select(Words))}");
    }

    async Task Token(Account account, StringBuilder lines, CancellationToken ct)
    {
        var (token, text) = BearerToken.New(account.Id);
        await grains.GetGrain<IAccountGrain>(account.Id).Issue(new IssueToken(token.Id, "First start", token.Hash, $"{Key}-1", time.GetUtcNow().AddDays(TokenDays), By), ct);
        lines.AppendLine(CultureInfo.InvariantCulture, $"  token for scripts        {text}   operator, {TokenDays} days");
    }

    static string Words((CallerRole Role, string Scope, OfficeDuties Duties) f) =>
        f.Role == CallerRole.Office ? $"office {f.Scope} ({f.Duties.ToString().ToLowerInvariant()})" : $"{f.Role.ToString().ToLowerInvariant()} {f.Scope}";

    void Keep(string text)
    {
        if (File.Exists(FileName)) File.Delete(FileName);
        OwnerOnlyFile.Create(FileName, text);
    }
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
