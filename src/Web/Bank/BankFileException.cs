namespace JmaActors.Web.Bank;

/// <summary>A file of a bank cannot be taken; nothing of it was.</summary>
/// <param name="reason">Stable code.</param>
/// <param name="line">Record or line, from 1.</param>
/// <param name="column">Byte within the record, or column, from 1.</param>
/// <param name="wanted">What stands there instead of what; no personal data.</param>
public sealed class BankFileException(string reason, int line, int column, string wanted) : Exception($"Line {line}, column {column}: {wanted}")
{
    public string Reason => reason;

    public int Line => line;

    public int Column => column;

    public Refusal Refusal => new(reason, "", Message);
}
