using System.Net.Sockets;

namespace Starlift.S3Tests;

/// <summary>A server that answers what a test wants: what no real S3 can be brought to.</summary>
sealed class ScriptedS3 : LoopbackServer
{
    readonly Func<HttpHead, int, ScriptedAnswer> _answer;
    int _count;

    /// <param name="answer">Given a request's head and its 1-based number; may be called by several threads.</param>
    public ScriptedS3(Func<HttpHead, int, ScriptedAnswer> answer)
    {
        _answer = answer;
        Start();
    }

    protected override async Task ServeAsync(TcpClient client, CancellationToken closing)
    {
        using var requests = new HttpMessages(client.GetStream());
        while (await requests.ReadHeadAsync(closing) is { } request)
        {
            Note(request);
            var answer = _answer(request, Interlocked.Increment(ref _count));
            var head = new HttpHead([$"HTTP/1.1 {answer.Status}", .. answer.Headers]);
            var isHead = request.FirstLine.StartsWith("HEAD ", StringComparison.Ordinal);
            head = isHead || head["Content-Length"] is not null ? head : head.With("Content-Length", $"{answer.Body.Length}");
            await client.GetStream().WriteAsync((byte[])[.. head.ToBytes(), .. isHead ? [] : answer.Body], closing);
        }
    }
}
