using JmaActors.Web.Access;
using JmaActors.Web.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace JmaActors.Web.Proofs;

/// <summary>A file handed in to be verified: read whole, at most <see cref="WebLimits.ProofBody"/> bytes, never opened.</summary>
static class ProofUpload
{
    const int BoundaryLength = 70;

    /// <summary>What a form adds around the file.</summary>
    const int FormBytes = 16 * 1024;

    /// <summary>From <c>application/pdf</c> as it is, or from the first file of <c>multipart/form-data</c>.</summary>
    public static async Task<byte[]> Read(HttpRequest request, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) throw NotTaken();
        if (type.MediaType.Equals("application/pdf", StringComparison.OrdinalIgnoreCase)) return await Whole(request.Body, ct).ConfigureAwait(false);
        if (!type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)) throw NotTaken();
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (boundary is not { Length: > 0 and <= BoundaryLength }) throw NotTaken();
        try
        {
            var parts = new MultipartReader(boundary, request.Body);
            while (await parts.ReadNextSectionAsync(ct).ConfigureAwait(false) is { } part)
            {
                if (part.GetContentDispositionHeader()?.IsFileDisposition() == true) return await Whole(part.Body, ct).ConfigureAwait(false);
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new InvalidInputException("file", "The form cannot be read as multipart/form-data.");
        }
        throw new InvalidInputException("file", "The form has no file.");
    }

    public static IRequestSizeLimitMetadata Limit { get; } = new BodyLimit(WebLimits.ProofBody + FormBytes);

    static async Task<byte[]> Whole(Stream body, CancellationToken ct)
    {
        using var whole = new MemoryStream();
        var piece = new byte[16 * 1024];
        while (await body.ReadAsync(piece, ct).ConfigureAwait(false) is var read and > 0)
        {
            if (whole.Length + read > WebLimits.ProofBody) throw new BadHttpRequestException("too large", StatusCodes.Status413PayloadTooLarge);
            whole.Write(piece, 0, read);
        }
        return whole.ToArray();
    }

    static BadHttpRequestException NotTaken() => new("not a PDF", StatusCodes.Status415UnsupportedMediaType);
}
