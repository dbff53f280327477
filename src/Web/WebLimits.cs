using JmaActors.Rosters;
using JmaActors.Training;

namespace JmaActors.Web;

/// <summary>Named limits of everything that comes in from outside.</summary>
public static class WebLimits
{
    /// <summary>Bytes of an ordinary request body.</summary>
    public const long Body = 256 * 1024;

    /// <summary>Bytes of a roster upload: <see cref="RosterLimits.Rows"/> rows of about 250 bytes.</summary>
    public const long RosterBody = 128L * 1024 * 1024;

    /// <summary>Bytes of one line of a roster.</summary>
    public const int RosterLine = 16 * 1024;

    /// <summary>Bytes looked at to tell UTF-8 from Shift_JIS.</summary>
    public const int RosterProbe = 64 * 1024;

    /// <summary>Bytes of a workbook: it is read from its end, and so stands in memory whole.</summary>
    public const long XlsxBody = 32L * 1024 * 1024;

    /// <summary>Workbooks that are in memory at a time.</summary>
    public const int XlsxAtOnce = 4;

    /// <summary>Bytes one part of a workbook unpacks to: half a million rows of about 500 bytes.</summary>
    public const long XlsxPart = 256L * 1024 * 1024;

    /// <summary>Bytes all parts of a workbook unpack to.</summary>
    public const long XlsxUnpacked = 384L * 1024 * 1024;

    /// <summary>Parts of a workbook.</summary>
    public const int XlsxParts = 2_000;

    /// <summary>Columns of a table.</summary>
    public const int TableColumns = 200;

    /// <summary>Bytes of a file that are looked at to show how it is read.</summary>
    public const int PreviewBytes = 512 * 1024;

    /// <summary>Rows that are shown of it.</summary>
    public const int PreviewRows = 20;

    /// <summary>Characters of a heading, and of a cell, that are shown.</summary>
    public const int ShownText = 120;

    /// <summary>Chunks of one roster that are on their way at a time.</summary>
    public const int RosterChunksInFlight = 4;

    /// <summary>Attempts at one chunk while the journal is full or away.</summary>
    public const int RosterChunkAttempts = 30;

    /// <summary>Wait between them.</summary>
    public static readonly TimeSpan RosterChunkPause = TimeSpan.FromMilliseconds(500);

    /// <summary>Characters of an import's key.</summary>
    public const int RosterKey = 60;

    /// <summary>Bytes of a file handed in to be verified; what is handed out has a tenth of it.</summary>
    public const int ProofBody = 2 * 1024 * 1024;

    /// <summary>Documents that prove a report and are on their way at a time; each takes its size in memory.</summary>
    public const int EvidenceAtOnce = 16;

    /// <summary>Of one caller.</summary>
    public const int EvidenceOfOne = 4;

    /// <summary>How long such a document may take to arrive.</summary>
    public static readonly TimeSpan EvidencePatience = TimeSpan.FromMinutes(2);

    /// <summary>Documents that wait to be drawn; more are asked for again later.</summary>
    public const int PrintsWaiting = 200;

    /// <summary>Documents kept as they were drawn, of at most some hundred kilobytes each.</summary>
    public const int PrintsKept = 100;

    /// <summary>Bytes of a web log: <see cref="WebLogLines"/> lines of about 300 bytes.</summary>
    public const long WebLogBody = 16L * 1024 * 1024;

    /// <summary>Bytes of a bank's file.</summary>
    public const long BankBody = 8L * 1024 * 1024;

    /// <summary>People asked side by side for the accounts of a batch.</summary>
    public const int DebitsAtOnce = 32;

    /// <summary>Lines of a batch a page shows at once; the directory tells the names of 200 people at a time.</summary>
    public const int DebitsShown = 100;

    /// <summary>Lines of a web log: everybody a session can hold, coming and going twice.</summary>
    public const int WebLogLines = 2 * TrainingLimits.People;

    /// <summary>Lines of a paper list: everybody a session can hold.</summary>
    public const int PaperLines = TrainingLimits.People;

    /// <summary>Errors of a web log that are kept; all are counted.</summary>
    public const int WebLogErrors = 1_000;

    /// <summary>Headings of a web log that are repeated to its sender, and the characters of each.</summary>
    public const int WebLogHeadings = 40, WebLogHeading = 60;

    /// <summary>Taps in one request.</summary>
    public const int TapBatch = TrainingLimits.TapBatch;

    /// <summary>Characters of an entry's key: a correction's is longer than its original's.</summary>
    public const int EntryKey = JmaActors.Credits.CreditLimits.KeyLength + 3;

    /// <summary>Characters of a search text.</summary>
    public const int SearchText = 100;

    /// <summary>Characters of a filter as the text of an address.</summary>
    public const int FilterText = 4_000;

    /// <summary>Characters of the name of a sort.</summary>
    public const int SortName = 40;

    /// <summary>Characters of what is typed to find somebody at a door.</summary>
    public const int DoorText = 60;

    /// <summary>Characters of a cursor handed back by a client.</summary>
    public const int Cursor = 600;

    /// <summary>Characters of a reason given by a person.</summary>
    public const int Reason = 500;

    /// <summary>Characters of the caller switch (<c>X-Jma-Eyes</c>, <c>jma-eyes</c>, <c>eyes=</c>).</summary>
    public const int Eyes = 64;

    /// <summary>How long a browser that came by HTTPS keeps to it (HSTS).</summary>
    public static readonly TimeSpan HttpsKept = TimeSpan.FromDays(365);

    /// <summary>Header bytes, and the request line.</summary>
    public const int Headers = 16 * 1024;

    /// <summary>Connections to this node, hub included.</summary>
    public const int Connections = 20_000;

    /// <summary>How long one attempt at an actor may take. Longer than the journal's own deadline, shorter than a person's patience.</summary>
    public static readonly TimeSpan Attempt = TimeSpan.FromSeconds(8);

    /// <summary>How long one roster chunk may take.</summary>
    public static readonly TimeSpan ChunkAttempt = TimeSpan.FromSeconds(60);

    /// <summary>Attempts at a command or a question before the caller is told to try again.</summary>
    public const int Attempts = 3;

    /// <summary>Wait before the second attempt; it doubles for each further one.</summary>
    public static readonly TimeSpan AttemptPause = TimeSpan.FromMilliseconds(50);

    /// <summary>What a caller is told to wait before sending a command again, in seconds.</summary>
    public const int RetryAfterSeconds = 2;

    /// <summary><see cref="RetryAfterSeconds"/> as a header.</summary>
    public const string RetryAfterText = "2";

    /// <summary>Hosts of sessions remembered, so that a watcher's right needs no call.</summary>
    public const int SessionHosts = 10_000;

    /// <summary>Looks at records remembered as recorded, so that an open page is not recorded again and again.</summary>
    public const int LooksKept = 50_000;

    /// <summary>People remembered to exist, so that a command to one of them needs no further call: more than all there are in Japan's associations.</summary>
    public const int KnownPeople = 250_000;
}
