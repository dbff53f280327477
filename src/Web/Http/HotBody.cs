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
    public static ValueTask<T> Read<T>(HttpRequest request, JsonTypeInfo<T> shape)
        where T : class
    {
        if (!IsJson(request)) throw new BadHttpRequestException("not JSON", StatusCodes.Status415UnsupportedMediaType);
        var body = request.BodyReader;
        if (!body.TryRead(out var read)) return Await(request, shape);
        if (!read.IsCompleted || !read.Buffer.IsSingleSegment)
        {
            body.AdvanceTo(read.Buffer.Start, read.IsCompleted ? read.Buffer.Start : read.Buffer.End);
            return Await(request, shape);
        }

        try
        {
            return ValueTask.FromResult(JsonSerializer.Deserialize(WithoutMark(read.Buffer.FirstSpan), shape) ?? throw Nothing);
        }
        finally
        {
            body.AdvanceTo(read.Buffer.End);
        }
    }

    static async ValueTask<T> Await<T>(HttpRequest request, JsonTypeInfo<T> shape)
        where T : class => await JsonSerializer.DeserializeAsync(request.BodyReader, shape, request.HttpContext.RequestAborted).ConfigureAwait(false) ?? throw Nothing;

    /// <summary>Some programs put the mark of UTF-8 before what they send.</summary>
    static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> body) => body.StartsWith("\uFEFF"u8) ? body[3..] : body;

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
