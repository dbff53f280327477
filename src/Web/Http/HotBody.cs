using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace JmaActors.Web.Http;

/// <summary>Reading and writing JSON on the busiest endpoints without binding, filters or results in between.</summary>
internal static class HotBody
{
    [ThreadStatic]
    static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? _writing;

    /// <summary>The body; a <see cref="JsonException"/> when it is not of this shape. Nearly every body has come with its headers and is read where it lies.</summary>
    public static ValueTask<T> Read<T>(HttpRequest request, JsonTypeInfo<T> shape, CancellationToken ct)
        where T : class
    {
        if (!IsJson(request)) throw new BadHttpRequestException("not JSON", StatusCodes.Status415UnsupportedMediaType);
        var body = request.BodyReader;
        if (!body.TryRead(out var read)) return Await(body, shape, ct);
        if (!read.IsCompleted)
        {
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            return Await(body, shape, ct);
        }

        try
        {
            var json = new Utf8JsonReader(read.Buffer);
            var value = JsonSerializer.Deserialize(ref json, shape) ?? throw Nothing;
            // Throws when something follows.
            json.Read();
            return ValueTask.FromResult(value);
        }
        finally
        {
            body.AdvanceTo(read.Buffer.End);
        }
    }

    static async ValueTask<T> Await<T>(PipeReader body, JsonTypeInfo<T> shape, CancellationToken ct)
        where T : class => await JsonSerializer.DeserializeAsync(body, shape, ct).ConfigureAwait(false) ?? throw Nothing;

    static JsonException Nothing => new("A body is wanted.");

    /// <summary>What programs send is told apart without taking it apart.</summary>
    static bool IsJson(HttpRequest request) => request.ContentType is "application/json" or "application/json; charset=utf-8" || request.HasJsonContentType();

    /// <summary>Answers with the value, in one write of known length.</summary>
    public static Task Write<T>(HttpResponse response, T value, JsonTypeInfo<T> shape)
    {
        var (buffer, writer) = _writing ??= Make();
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        JsonSerializer.Serialize(writer, value, shape);
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = buffer.WrittenCount;
        var body = response.BodyWriter;
        buffer.WrittenSpan.CopyTo(body.GetSpan(buffer.WrittenCount));
        body.Advance(buffer.WrittenCount);
        return Task.CompletedTask;
    }

    /// <summary>200 with the answer, the refusal as a problem, or 404.</summary>
    public static Task Answer<T>(HttpContext http, Answer<T>? answer, JsonTypeInfo<AnswerBody<T>> shape)
    {
        if (answer is null) return Problem.NotFound.ExecuteAsync(http);
        if (answer.Refusal is { } refusal) return Problem.Of(refusal).ExecuteAsync(http);
        return Write(http.Response, new AnswerBody<T>(answer.Value, answer.Version, answer.Repeat), shape);
    }

    static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer) Make()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        return (buffer, new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = ApiJson.Options.Encoder, SkipValidation = true }));
    }
}
