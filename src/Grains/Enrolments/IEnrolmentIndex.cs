namespace JmaActors.Enrolments;

/// <summary>Questions about sign-ups that are asked of the views.</summary>
public interface IEnrolmentIndex
{
    /// <summary>A keyset page of a program's attendees in order of arrival.</summary>
    /// <param name="query">What is sought; its text trimmed.</param>
    /// <param name="kana">The text folded to full-width katakana; empty when it cannot be a reading.</param>
    /// <param name="host">Only programs of this host; null for all.</param>
    Task<AttendeePage> Attendees(AttendeeQuery query, string kana, AssociationId? host, CancellationToken ct);

    /// <summary>A keyset page of a person's sign-ups, the newest program first.</summary>
    Task<MemberEnrolmentPage> OfMember(long memberId, string? after, int size, CancellationToken ct);
}
