using System.Text;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace JmaActors.Web.Live;

/// <summary>Answer to <c>Watch</c> and <c>Resume</c>: the picture, or the changes missed.</summary>
public sealed record WatchReply(
    string Topic,
    string Version,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RawJson? Picture,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ChangeBody>? Changes);

/// <summary>Body of <c>Changed</c>.</summary>
public sealed record ChangeBody(string Topic, string From, string To, RawJson Patch);

/// <summary>Body of <c>Picture</c>.</summary>
public sealed record PictureBody(string Topic, string Version, RawJson Picture);

/// <summary>Body of <c>Dropped</c>.</summary>
public sealed record DroppedBody(string Topic, string Reason);

/// <summary>Turns news into hub messages, each serialised once however many connections get it.</summary>
internal static class LiveMessages
{
    public static WatchReply Reply(string topic, LiveStart start) => new(
        topic,
        start.Version.ToString(),
        start.Picture is { } picture ? new RawJson(picture.Json) : null,
        start.Changes?.Select(Body).ToArray());

    public static SerializedHubMessage Of(LiveChange change) =>
        (SerializedHubMessage)(change.Wire ??= Message("Changed", Body(change)));

    public static SerializedHubMessage Of(LivePicture picture) =>
        (SerializedHubMessage)(picture.Wire ??= Message("Picture", new PictureBody(picture.Topic, picture.Version.ToString(), new RawJson(picture.Json))));

    public static SerializedHubMessage Dropped(string topic, string reason) => Message("Dropped", new DroppedBody(topic, reason));

    static ChangeBody Body(LiveChange change) =>
        new(change.Topic, change.From.ToString(), change.To.ToString(), new RawJson(Encoding.UTF8.GetBytes(change.Patch)));

    static SerializedHubMessage Message(string method, object body) => new(new InvocationMessage(method, [body]));
}
