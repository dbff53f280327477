namespace JmaActors.Bank;

/// <summary>Questions about bank files that are asked of the views.</summary>
public interface IBankIndex
{
    /// <summary>Accounts of an association, with sums of their lines and of the payments in the books of dues.</summary>
    Task<IReadOnlyList<BankAccountView>> Accounts(AssociationId association, CancellationToken ct);

    /// <summary>Lines of one status, the oldest day first, after one.</summary>
    Task<IReadOnlyList<BankLineView>> Lines(AssociationId association, BankLineStatus status, string after, int size, CancellationToken ct);

    /// <summary>Of these people, who has dues that are collected through an association or those below it.</summary>
    Task<IReadOnlySet<long>> Owing(AssociationId association, IReadOnlyCollection<long> people, CancellationToken ct);

    /// <summary>Who lets her dues be drawn and has something open that is collected through an association, by number.</summary>
    Task<IReadOnlyList<long>> Drawn(AssociationId association, int size, CancellationToken ct);

    /// <summary>People of these readings, as <see cref="Members.NameRules"/> folds them, who owe an association something.</summary>
    Task<IReadOnlyList<(long Member, string Name, string Kana)>> Read(AssociationId association, IReadOnlyCollection<string> kana, int size, CancellationToken ct);
}
