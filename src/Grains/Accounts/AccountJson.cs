using System.Text.Json.Serialization;

namespace JmaActors.Accounts;

/// <summary>Stored forms of accounts.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FunctionGranted))]
[JsonSerializable(typeof(FunctionWithdrawn))]
[JsonSerializable(typeof(FunctionLent))]
[JsonSerializable(typeof(FunctionRecalled))]
[JsonSerializable(typeof(FunctionBorrowed))]
[JsonSerializable(typeof(BorrowingEnded))]
[JsonSerializable(typeof(BorrowingDeclined))]
[JsonSerializable(typeof(LoanDeclined))]
[JsonSerializable(typeof(SignedIn))]
[JsonSerializable(typeof(SignedOut))]
[JsonSerializable(typeof(FunctionChosen))]
[JsonSerializable(typeof(TokenIssued))]
[JsonSerializable(typeof(TokenRevoked))]
[JsonSerializable(typeof(AccessUsed))]
[JsonSerializable(typeof(SecurityNoted))]
[JsonSerializable(typeof(AccountState))]
[JsonSerializable(typeof(LoanWord))]
public sealed partial class AccountJson : JsonSerializerContext;
