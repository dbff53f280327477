using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Decision = JmaActors.Ledgers.Decision<JmaActors.Accounts.MemberAccountEvent>;
using JmaActors.Ledgers;

namespace JmaActors.Accounts;

/// <summary>What can happen to the link between a member and an account.</summary>
public abstract record MemberAccountEvent;

/// <summary>An account was given the member's own function.</summary>
public sealed record AccountLinked(string Account, string Reason) : MemberAccountEvent;

/// <summary>The account has it no more.</summary>
public sealed record AccountUnlinked(string Account, string Reason) : MemberAccountEvent;

/// <summary>Which account is linked to a member; null when none is.</summary>
public sealed class MemberAccountState
{
    public string? Account { get; set; }
}

/// <summary>Decides which account is a member's. Pure.</summary>
public static class MemberAccountDecider
{
    /// <summary>First come, first served; whoever comes later is told which one it is, which is no refusal.</summary>
    public static Decision Link(MemberAccountState state, LinkAccount c, Deciding deciding)
    {
        if (!AccountLimits.IsKey(c.Account)) return Decision.Refuse("bad-key");
        if (state.Account is null) return Decision.Event(new AccountLinked(c.Account, c.Reason));
        return state.Account == c.Account ? Decision.Again() : Decision.Nothing();
    }

    public static Decision Unlink(MemberAccountState state, LinkAccount c, Deciding deciding)
    {
        if (state.Account is null) return Decision.Again();
        return state.Account == c.Account ? Decision.Event(new AccountUnlinked(c.Account, c.Reason)) : Decision.Refuse("not-holder");
    }
}

/// <summary>The kind <c>member-account</c>: which account is a member's; keyed by member number.</summary>
public sealed class MemberAccountLedger : LedgerDefinition<MemberAccountState, MemberAccountEvent>
{
    /// <summary>Name of the kind.</summary>
    public const string Name = "member-account";

    public override string Kind => Name;

    public override bool NumberKey => true;

    public override EventCatalog<MemberAccountEvent> Events { get; } = new EventCatalog<MemberAccountEvent>()
        .Add("account-linked", 1, MemberAccountJson.Default.AccountLinked)
        .Add("account-unlinked", 1, MemberAccountJson.Default.AccountUnlinked);

    public override JsonTypeInfo<MemberAccountState> SnapshotJson => MemberAccountJson.Default.MemberAccountState;

    public override void Evolve(MemberAccountState state, MemberAccountEvent e, in EventMeta meta) => state.Account = e is AccountLinked linked ? linked.Account : null;
}

/// <summary>Stored forms of links.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AccountLinked))]
[JsonSerializable(typeof(AccountUnlinked))]
[JsonSerializable(typeof(MemberAccountState))]
public sealed partial class MemberAccountJson : JsonSerializerContext;
