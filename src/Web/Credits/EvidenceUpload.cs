using System.Collections.Concurrent;
using System.Security.Cryptography;
using JmaActors.Credits;
using JmaActors.Web.Access;
using JmaActors.Web.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace JmaActors.Web.Credits;

/// <summary>Takes a document as it arrives: whole, at most <see cref="EvidenceLimits.Bytes"/> bytes, never opened, and some at a time only.</summary>
public sealed class EvidenceUpload(Gateway gateway, TimeProvider clock) : IDisposable
{
    readonly SemaphoreSlim room = new(WebLimits.EvidenceAtOnce);
    readonly ConcurrentDictionary<string, int> sending = new(StringComparer.Ordinal);

    /// <summary>Announced with the endpoint; one byte more than is taken, so that a document of just too many is told apart from one that is cut off.</summary>
    public static IRequestSizeLimitMetadata Limit { get; } = new BodyLimit(EvidenceLimits.Bytes + 1);

    /// <summary>Keeps the document of a request. Null when there is no such person for this caller.</summary>
    /// <exception cref="BadHttpRequestException">It is too large, or took too long.</exception>
    public async Task<Answer<EvidenceFile>?> Take(MemberId member, Stream body, Caller caller, CancellationToken ct)
    {
        if (!await gateway.MayBringEvidence(member, caller, ct).ConfigureAwait(false)) return null;
        return await Take(body, caller, file => gateway.KeepEvidence(member, file, caller, ct), ct).ConfigureAwait(false);
    }

    /// <summary>The same of an institution's document.</summary>
    /// <exception cref="BadHttpRequestException">It is too large, or took too long.</exception>
    public Task<Answer<EvidenceFile>?> Take(WorkplaceId workplace, Stream body, Caller caller, CancellationToken ct)
    {
        gateway.MayBringDocuments(workplace, caller);
        return Take(body, caller, file => gateway.KeepDocument(workplace, file, caller, ct), ct);
    }

    async Task<Answer<EvidenceFile>?> Take(Stream body, Caller caller, Func<EvidenceFile, Task<Answer<EvidenceFile>?>> keep, CancellationToken ct)
    {
        // Nobody holds all the room by sending slowly.
        if (sending.AddOrUpdate(caller.Subject, 1, static (_, n) => n + 1) > WebLimits.EvidenceOfOne)
        {
            Sent(caller.Subject);
            throw new TryAgainException("busy", "Documents of yours are on their way: wait for them.");
        }

        try
        {
            return await Room(body, keep, ct).ConfigureAwait(false);
        }
        finally
        {
            Sent(caller.Subject);
        }
    }

    async Task<Answer<EvidenceFile>?> Room(Stream body, Func<EvidenceFile, Task<Answer<EvidenceFile>?>> keep, CancellationToken ct)
    {
        if (!await room.WaitAsync(WebLimits.Attempt, ct).ConfigureAwait(false)) throw new TryAgainException("busy", "Too many documents are on their way.");
        try
        {
            var content = await Whole(body, ct).ConfigureAwait(false);
            if (EvidenceShape.KindOf(content.Span) is not { } kind) return Refuse("evidence-kind", "A document is a PDF, a JPEG or a PNG, whatever its name.");
            if (!EvidenceShape.IsWhole(kind, content.Span)) return Refuse("evidence-cut", "The document ends too early: it was cut off, or is damaged.");
            var file = new EvidenceFile(Convert.ToHexStringLower(SHA256.HashData(content.Span)), kind, content);
            return await keep(file).ConfigureAwait(false);
        }
        finally
        {
            room.Release();
        }
    }

    void Sent(string subject)
    {
        if (sending.AddOrUpdate(subject, 0, static (_, n) => n - 1) <= 0) sending.TryRemove(KeyValuePair.Create(subject, 0));
    }

    public void Dispose() => room.Dispose();

    async Task<ReadOnlyMemory<byte>> Whole(Stream body, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(WebLimits.EvidencePatience, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        // Grows with what arrives: who sends slowly holds little.
        var whole = new MemoryStream();
        var piece = new byte[16 * 1024];
        try
        {
            while (await body.ReadAsync(piece, stop.Token).ConfigureAwait(false) is var read and > 0)
            {
                if (whole.Length + read > EvidenceLimits.Bytes) throw new BadHttpRequestException("too large", StatusCodes.Status413PayloadTooLarge);
                whole.Write(piece, 0, read);
            }
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new BadHttpRequestException("too slow", StatusCodes.Status408RequestTimeout);
        }
        return whole.GetBuffer().AsMemory(0, (int)whole.Length);
    }

    static Answer<EvidenceFile> Refuse(string reason, string detail) => new(null, new Refusal(reason, "", detail), 0, false);
}
