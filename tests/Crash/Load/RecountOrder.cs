using System.Text.Json;

namespace JmaActors.Crash.Load;

/// <summary>Has an association's figures counted anew: they were right.</summary>
sealed class RecountOrder(string association) : Order($"associations/{association}/recount", "")
{
    protected override void Read(JsonElement answer, Complaints complaints)
    {
        if (!answer.GetProperty("wasRight").GetBoolean()) complaints.Add($"figures of {association} were wrong: {answer.GetRawText()}");
    }
}
