namespace JmaActors.Enrolments;

/// <summary>
/// Makes marks of payment references under a secret of the house: the same reference of a program gives the same mark, and nobody without the secret can
/// tell, not even by trying names, which reference gives which mark. A reference is often the payer's name, and journals are kept for ever.
/// </summary>
public interface IReferenceMarks
{
    string Of(ProgramId program, string reference);
}
