using JmaActors.Web.Access;

namespace JmaActors.Pages;

/// <summary>What kind of trouble a fault is, for the words a person reads.</summary>
public static class TroubleKinds
{
    /// <summary>Scope, Gone, Input, Busy or Other: the texts are <c>Trouble.&lt;kind&gt;.Title</c> and <c>.Text</c>.</summary>
    public static string Of(Exception fault) => fault switch
    {
        OutOfScopeException => "Scope",
        NothingThereException => "Gone",
        InvalidInputException => "Input",
        TryAgainException or TimeoutException or Orleans.Runtime.OrleansException => "Busy",
        _ => "Other",
    };
}
