using JmaActors.Credits;
using JmaActors.Members;
using JmaActors.Web.Access;
using Microsoft.AspNetCore.Components;

namespace JmaActors.Pages.Members;

/// <summary>A person's page: watches the person's own credit ledger and asks every benefit again when it changes.</summary>
public abstract class MemberLivePage : LivePage<CreditPicture>
{
    bool asking;
    long asked = -1;

    [Inject] public Gateway Gateway { get; set; } = null!;

    [Inject] public TimeProvider Time { get; set; } = null!;

    [Inject] public NavigationManager Nav { get; set; } = null!;

    [Parameter] public string Key { get; set; } = "";

    [PersistentState] public MemberView? Member { get; set; }

    [PersistentState] public string? AssociationName { get; set; }

    [PersistentState] public IReadOnlyList<BenefitCard>? Cards { get; set; }

    protected override Topic? Topic => MemberId.TryParse(Key, out var id) ? Web.Access.Topic.Credits(id) : null;

    protected DateOnly Today => Design.Show.DayOf(Time.GetUtcNow());

    protected override async Task OnParametersSetAsync()
    {
        var key = Key;
        if (Member is not null && Member.Id.ToString() != key) (Member, AssociationName, Cards) = (null, null, null);
        await base.OnParametersSetAsync().ConfigureAwait(true);
        if (key == Key) await ReadMember().ConfigureAwait(true);
    }

    /// <summary>What "try again" does: the watch is begun and the person read anew.</summary>
    protected async Task Again()
    {
        Member = null;
        await Begin().ConfigureAwait(true);
        await ReadMember().ConfigureAwait(true);
    }

    /// <summary>Reads the person, the association's name and the benefits, unless they are there.</summary>
    async Task ReadMember()
    {
        var key = Key;
        if (Fault is not null || (Member is not null && Member.Id.ToString() == Key) || !MemberId.TryParse(Key, out var id)) return;
        try
        {
            var member = await Gateway.ReadMember(id, Caller, Leaving).ConfigureAwait(true) ?? throw new NothingThereException("member");
            if (member.Id != id && Caller.Role != CallerRole.Member)
            {
                // The number of a record that was merged leads to the person's.
                Nav.NavigateTo(Nav.Uri.Replace($"/{id}", $"/{member.Id}", StringComparison.Ordinal), replace: true);
                return;
            }

            var name = await NameOf(member.Membership.Local).ConfigureAwait(true);
            var cards = await Gateway.Benefits(id, Today, Caller, Leaving).ConfigureAwait(true);

            // Somebody who went on to another person meanwhile is shown that one.
            if (key == Key) (Member, AssociationName, Cards) = (member, name, cards);
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The person left before the answers came.
            return;
        }
        catch (Exception fault)
        {
            if (key == Key) Fault = fault;
        }
    }

    protected override void Seen(CreditPicture picture)
    {
        if (Cards is not null && picture.Version != asked) _ = AskAgain(picture.Version);
    }

    async Task AskAgain(long version)
    {
        asked = version;
        if (asking || Member is null) return;
        asking = true;
        try
        {
            for (var upTo = -1L; upTo != asked;)
            {
                upTo = asked;
                var id = Member.Id;
                var cards = await Gateway.Benefits(id, Today, Caller, Leaving).ConfigureAwait(true);
                if (Member?.Id != id) return;
                Cards = cards ?? Cards;
            }

            StateHasChanged();
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The person left; there is nothing to draw any more.
            return;
        }
        catch (TryAgainException)
        {
            // The cards keep the figures of the last answer; the next change asks again.
            asked = -1;
        }
        finally
        {
            asking = false;
        }
    }

    async Task<string?> NameOf(AssociationId? local)
    {
        if (local is not { } id) return null;
        var names = await Gateway.AssociationNames([id.Code, id.Code[..2]], Caller, Leaving).ConfigureAwait(true);
        return string.Join(" ", new[] { names.GetValueOrDefault(id.Code[..2]), names.GetValueOrDefault(id.Code) }.Where(n => n is not null));
    }
}
