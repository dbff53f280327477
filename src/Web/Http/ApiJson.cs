using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using JmaActors.Credits;
using JmaActors.Live;
using JmaActors.Training;
using JmaActors.Web.Credits;
using JmaActors.Web.Sessions;

namespace JmaActors.Web.Http;

/// <summary>
/// JSON of the API: the form of <see cref="BoardJson"/>, and strict about what comes in: no unknown fields, nothing missing, null only where allowed.
/// </summary>
public static class ApiJson
{
    public static readonly JsonSerializerOptions Options = Create();

    public static void Shape(JsonSerializerOptions options)
    {
        BoardJson.Shape(options);
        options.PropertyNameCaseInsensitive = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        // The document writes a shape two levels deep for each of its own: what is nested deepest is a verdict within a reading of the past.
        options.MaxDepth = 32;
        options.TypeInfoResolverChain.Insert(0, HotJsonContext.Default);
        options.TypeInfoResolverChain.Insert(1, BoardJsonContext.Default);
    }

    /// <summary>The shape of one type, for the paths that read and write by hand.</summary>
    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Shape(options);
        options.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver());
        options.MakeReadOnly();
        return options;
    }
}

/// <summary>Source-generated shapes of what the busiest endpoints read and write.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AccrueBody))]
[JsonSerializable(typeof(AnswerBody<CreditEntry>))]
[JsonSerializable(typeof(TapBody))]
[JsonSerializable(typeof(TapsBody))]
[JsonSerializable(typeof(AnswerBody<TapResult>))]
[JsonSerializable(typeof(TapAnswers))]
public sealed partial class HotJsonContext : JsonSerializerContext;
