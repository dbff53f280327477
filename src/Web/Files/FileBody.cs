using System.IO.Pipelines;
using JmaActors.Web.Access;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace JmaActors.Web.Files;

/// <summary>The file in an upload, read as it comes.</summary>
/// <param name="Name">Its name without folders, for people.</param>
public sealed record FileBody(string Name, PipeReader Reader)
{
    /// <summary>Media type of a workbook.</summary>
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    const int NameLength = 100;
    const int BoundaryLength = 70;
    const string DefaultName = "file.csv";

    /// <summary>From <c>text/csv</c> or a workbook as it is, or from the first file of <c>multipart/form-data</c>. What it is, its bytes say.</summary>
    public static async Task<FileBody> Open(HttpRequest request, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) throw NotTaken();
        if (type.MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase) || type.MediaType.Equals(XlsxType, StringComparison.OrdinalIgnoreCase)) return new FileBody(DefaultName, request.BodyReader);
        if (!type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)) throw NotTaken();
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (boundary is not { Length: > 0 and <= BoundaryLength }) throw NotTaken();
        var parts = new MultipartReader(boundary, request.Body) { BodyLengthLimit = WebLimits.RosterBody };
        while (await Next(parts, ct).ConfigureAwait(false) is { } part)
        {
            if (part.GetContentDispositionHeader() is { } disposition && disposition.IsFileDisposition())
                return new FileBody(Shown(disposition), PipeReader.Create(part.Body));
        }

        throw new InvalidInputException("file", "The form has no file.");
    }

    /// <summary>True for what is thrown when a form ends before its end, or does not keep to its shape.</summary>
    internal static bool CutOff(Exception fault) => fault is InvalidDataException or (IOException and not BadHttpRequestException);

    internal static InvalidInputException Incomplete() => new("file", "The upload ends before the file does: send it again under the same key.");

    static async Task<MultipartSection?> Next(MultipartReader parts, CancellationToken ct)
    {
        try
        {
            return await parts.ReadNextSectionAsync(ct).ConfigureAwait(false);
        }
        catch (Exception fault) when (CutOff(fault))
        {
            throw new InvalidInputException("file", "The form cannot be read as multipart/form-data.");
        }
    }

    static string Shown(ContentDispositionHeaderValue disposition)
    {
        var said = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "";
        var name = new string([.. said[(said.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c)).Take(NameLength)]);
        return name.Length > 0 ? name : DefaultName;
    }

    static BadHttpRequestException NotTaken() => new("not a table", StatusCodes.Status415UnsupportedMediaType);
}
