using System.Security.Cryptography;
using System.Text;
using JmaActors.Audit;
using JmaActors.Directory;
using JmaActors.Members;
using JmaActors.Training;

namespace JmaActors.Web.Access;

/// <summary>Somebody at a door who has neither card nor pass and was not found.</summary>
/// <param name="At">Event time by the device's clock; who is new is on record from its civil date on.</param>
/// <param name="Nonce">Natural key together with the session and the device: the same again is the same person.</param>
public sealed record WalkIn(Person Person, DateOnly At, string Device, string Nonce, Caller Caller);

/// <summary>Who a walk-in is: whoever taps for them says this member number.</summary>
/// <param name="Known">True when the registry number given is the one of somebody who was on record before.</param>
/// <param name="Name">Name as on record.</param>
/// <param name="Kana">Reading as on record.</param>
/// <param name="Differs">True when neither name nor reading, or not the birth date, is the one given: a registry number was mistyped, or a name has changed. Ask.</param>
public sealed record WalkedIn(MemberId Member, bool Known, string Name, string Kana, bool Differs);

public sealed partial class Gateway
{
    /// <summary>
    /// Who may be meant by what was typed at a session's door; null when there is no such session. A door may search while its session is open, its host until
    /// the roll is confirmed: then there is nobody left to let in.
    /// </summary>
    public async Task<DoorPeople?> FindAtDoor(SessionId id, string text, Caller caller, CancellationToken ct)
    {
        if (await HostOf(id, ct).ConfigureAwait(false) is not { } host) return null;
        Require(caller, new Target.FindAtDoor(id, host, await StatusOf(id, ct).ConfigureAwait(false)), "search at a door");
        var found = await Ask(DirectoryGrain, (text, caller), static (g, w, t) => g.AtDoor(w.text, w.caller, t), ct).ConfigureAwait(false);
        await Listed(ListKinds.Door, found.People.Select(p => p.Member), caller, ct).ConfigureAwait(false);
        return found;
    }

    async Task<SessionStatus> StatusOf(SessionId id, CancellationToken ct) =>
        (await Ask(Session(id), Caller.System, static (g, c, t) => g.Read(c, t), ct).ConfigureAwait(false))?.Status ?? SessionStatus.Draft;

    /// <summary>
    /// Takes somebody down, so that units wait for them and are not lost. Whose registry number is on record is that person; anybody else gets a member number
    /// and is on record without membership. Null when there is no such session.
    /// </summary>
    /// <remarks>
    /// The key is tied to a person before anything else is done: to the one found by registry number under <c>met:</c>, to a number of its own under
    /// <c>walk-in:</c>. Of the two the first holds, since it is written only when the number of one's own turns out not to be needed.
    /// </remarks>
    public async Task<Answer<WalkedIn>?> TakeDown(SessionId id, WalkIn walkIn, CancellationToken ct)
    {
        if (await HostOf(id, ct).ConfigureAwait(false) is not { } host) return null;
        Require(walkIn.Caller, new Target.TakeDown(id, host, await StatusOf(id, ct).ConfigureAwait(false)), "take somebody down");
        var key = KeyOf(id, walkIn);
        if (await HolderOf($"met:{key}", ct).ConfigureAwait(false) is { } met && await Person(met, ct).ConfigureAwait(false) is { } before) return await Shown(before, true, walkIn, ct).ConfigureAwait(false);

        // In this order: whoever was made by this very key holds the key before the registry number.
        var known = await OnRecord(walkIn.Person.Registry, ct).ConfigureAwait(false);
        var own = await HolderOf($"walk-in:{key}", ct).ConfigureAwait(false);
        if (known is not null && own is null) return await Meet(key, known, walkIn, ct).ConfigureAwait(false);
        var command = new RegisterMember(walkIn.Person, null, Membership.None, false, walkIn.At, walkIn.Caller);
        var member = own ?? await NumberFor($"walk-in:{key}", walkIn.Caller, ct).ConfigureAwait(false);
        var answer = await Ask(Member(member), command, static (g, c, t) => g.Register(c, t), ct).ConfigureAwait(false);
        if (answer.Value is { } view) return Walked(view, walkIn, false, answer.Repeat);
        if (answer.Refusal!.Reason != RegistryTaken) return new Answer<WalkedIn>(null, answer.Refusal, answer.Version, false);

        // Somebody else was taken down under this registry number meanwhile, or is being so at this moment.
        known = await OnRecord(walkIn.Person.Registry, ct).ConfigureAwait(false) ?? throw new TryAgainException("moved", "The registry number is being taken by somebody; send the same again.");
        return await Meet(key, known, walkIn, ct).ConfigureAwait(false);
    }

    const string RegistryTaken = "registry-taken";

    async Task<Answer<WalkedIn>> Meet(string key, MemberView known, WalkIn walkIn, CancellationToken ct)
    {
        var who = await Reserve($"met:{key}", known.Id, walkIn.Caller, ct).ConfigureAwait(false);
        var view = who == known.Id ? known : await Person(who, ct).ConfigureAwait(false) ?? known;
        return await Shown(view, false, walkIn, ct).ConfigureAwait(false);
    }

    /// <summary>Who was on record is told the door, and the door's look recorded.</summary>
    async Task<Answer<WalkedIn>> Shown(MemberView view, bool repeat, WalkIn walkIn, CancellationToken ct)
    {
        await Look(view.Id, AuditParts.Identity, walkIn.Caller, ct).ConfigureAwait(false);
        return Walked(view, walkIn, true, repeat);
    }

    static Answer<WalkedIn> Walked(MemberView view, WalkIn walkIn, bool known, bool repeat)
    {
        var (kept, said) = (view.Person, walkIn.Person);
        var other = Bare(kept.Name) != Bare(said.Name) && Bare(kept.Kana) != Bare(said.Kana);
        var differs = known && (other || (kept.BirthDate is { } a && said.BirthDate is { } b && a != b));
        return new Answer<WalkedIn>(new WalkedIn(view.Id, known, kept.Name, kept.Kana, differs), null, view.Version, repeat);
    }

    static string Bare(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>The person on record under a registry number; null when nobody is. A number that is only reserved is nobody's.</summary>
    async Task<MemberView?> OnRecord(RegistryNumber? registry, CancellationToken ct)
    {
        if (registry is not { } number || await HolderOf($"registry:{number}", ct).ConfigureAwait(false) is not { } holder) return null;
        return await Person(holder, ct).ConfigureAwait(false) is { } view && view.Person.Registry == number ? view : null;
    }

    Task<MemberView?> Person(MemberId id, CancellationToken ct) => Ask(Member(id), Caller.System, static (g, c, t) => g.Read(c, t), ct);

    /// <summary>Short and of one length, whatever devices call themselves; a session each, so that no door can name a key of another.</summary>
    static string KeyOf(SessionId id, WalkIn walkIn) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{id}\0{walkIn.Device}\0{walkIn.Nonce}")));
}
