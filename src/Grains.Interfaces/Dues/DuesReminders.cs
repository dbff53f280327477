namespace JmaActors.Dues;

/// <summary>督促: somebody was reminded of everything that was late through one local association.</summary>
/// <param name="Key">Natural key of an office's command; null where it was sent by itself.</param>
/// <param name="Via">The local association it is collected through, in whose name it went.</param>
/// <param name="Step">1 for the first.</param>
/// <param name="Amount">What was late then, of all three creditors.</param>
/// <param name="Since">The earliest date it was to be paid by.</param>
/// <param name="Rule">Id of the step's row, e.g. <c>dues.reminder.local.1</c>.</param>
[GenerateSerializer, Immutable, Alias("dues-reminder")]
public sealed record DuesReminder(
    [property: Id(0)] string? Key, [property: Id(1)] AssociationId Via, [property: Id(2)] int Step, [property: Id(3)] DateOnly On, [property: Id(4)] Yen Amount, [property: Id(5)] DateOnly Since, [property: Id(6)] string Rule);

/// <summary>An office holds reminders of somebody back, e.g. because she pays by parts.</summary>
/// <param name="Until">The last day on which none is sent.</param>
[GenerateSerializer, Immutable, Alias("dues-hold")]
public sealed record DuesHold([property: Id(0)] DateOnly Until, [property: Id(1)] string Reason)
{
    /// <summary>Of whoever died: none is sent any more.</summary>
    public static readonly DateOnly ForGood = new(9999, 1, 1);
}

/// <summary>A bank was asked to draw somebody's dues (口座振替) and has not answered. What is drawn is not reminded of before its answer, which is awaited so long.</summary>
/// <param name="Key">Key the payment will have.</param>
/// <param name="By">Whose batch it is: a local association draws what is collected through it, one above what is owed to itself.</param>
/// <param name="Day">引落日.</param>
/// <param name="Awaited">The last day on which the bank's answer is awaited.</param>
/// <param name="Of">What is drawn: what was open then. What is billed later is not.</param>
[GenerateSerializer, Immutable, Alias("dues-drawing")]
public sealed record DuesDrawing(
    [property: Id(0)] string Key, [property: Id(1)] AssociationId By, [property: Id(2)] DateOnly Day, [property: Id(3)] DateOnly Awaited, [property: Id(4)] Yen Amount, [property: Id(5)] IReadOnlyList<DuesAccountId> Of);

/// <summary>What is late, for people: the dues of a term, or the entry fee.</summary>
[GenerateSerializer, Immutable, Alias("dues-part")]
public readonly record struct DuesPart([property: Id(0)] FiscalYear Year, [property: Id(1)] DuesItem Item, [property: Id(2)] int Term);

/// <summary>What a reminder says to whom it is for.</summary>
/// <param name="Name">The step's name; empty where its row is gone.</param>
/// <param name="Place">Name of the association it is collected through; empty where it is not known.</param>
[GenerateSerializer, Immutable, Alias("dues-notice")]
public sealed record DuesNotice(
    [property: Id(0)] AssociationId Via, [property: Id(1)] int Step, [property: Id(2)] Words Name, [property: Id(3)] Yen Amount, [property: Id(4)] DateOnly Since, [property: Id(5)] IReadOnlyList<DuesPart> Parts,
    [property: Id(6)] string Place);

/// <param name="Key">The sender's own: the same again is the same reminder.</param>
[GenerateSerializer, Immutable, Alias("remind-dues")]
public sealed record RemindDues([property: Id(0)] string Key, [property: Id(1)] Caller Caller);

/// <param name="Until">The last day on which none is sent; null to send them again.</param>
[GenerateSerializer, Immutable, Alias("hold-reminders")]
public sealed record HoldReminders([property: Id(0)] string Key, [property: Id(1)] DateOnly? Until, [property: Id(2)] string Reason, [property: Id(3)] Caller Caller);
