namespace JmaActors.Web.Http;

/// <summary>From what actors answer to what HTTP says.</summary>
public static class AnswerResults
{
    /// <summary>200 with the answer, the refusal as a problem, or 404 where there is nothing.</summary>
    public static IResult ToHttp<T>(this Answer<T>? answer) => answer switch
    {
        null => Problem.NotFound,
        { Refusal: { } refusal } => Problem.Of(refusal),
        _ => TypedResults.Ok(new AnswerBody<T>(answer.Value, answer.Version, answer.Repeat)),
    };

    /// <summary>200 with what was read, or 404 where there is nothing.</summary>
    public static IResult ToHttp<T>(this T? read)
        where T : class => read is null ? Problem.NotFound : TypedResults.Ok(read);
}
