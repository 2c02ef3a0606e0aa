using System.Net.Sockets;
using System.Text;

namespace Starlift.S3Tests;

/// <summary>One request on its way to the server and back, with or without a fault.</summary>
sealed class FaultyExchange(TcpClient client, TcpClient server, HttpMessages answers, HttpHead request, Fault? fault)
{
    public const string OtherRegion = "eu-west-1";

    static readonly TimeSpan Drip = TimeSpan.FromMilliseconds(50);
    readonly NetworkStream _toClient = client.GetStream();

    public async Task RunAsync(CancellationToken cancel)
    {
        switch (fault)
        {
            case Fault.SlowDown:
                await AnswerAsync("503 Slow Down", "SlowDown", cancel);
                return;
            case Fault.InternalError:
                await AnswerAsync("500 Internal Server Error", "InternalError", cancel);
                return;
            case Fault.WrongRegion:
                await AnswerAsync("301 Moved Permanently", "PermanentRedirect", cancel);
                return;
            case Fault.Stall:
                await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
                return;
            case Fault.Reset:
                Reset();
                return;
        }

        await server.GetStream().WriteAsync(request.ToBytes(), cancel);
        var head = await answers.ReadHeadAsync(cancel) ?? throw new IOException("the server closed the connection");
        var body = request.FirstLine.StartsWith("HEAD ", StringComparison.Ordinal) ? [] : await answers.ReadBodyAsync(head, cancel);
        if (fault is Fault.WrongETag && head["ETag"] is not null && body.Length > 0)
        {
            head = head.With("ETag", "\"0123456789abcdef0123456789abcdef\"");
        }

        if (head["Transfer-Encoding"] is not null)
        {
            head = head.With("Transfer-Encoding", null).With("Content-Length", $"{body.Length}");
        }

        await _toClient.WriteAsync(head.ToBytes(), cancel);
        await WriteAsync(body, cancel);
    }

    async Task WriteAsync(byte[] body, CancellationToken cancel)
    {
        switch (fault)
        {
            case Fault.CutBody when body.Length > 0:
                await _toClient.WriteAsync(body.AsMemory(0, body.Length / 2), cancel);
                Reset();
                break;
            case Fault.StalledBody when body.Length > 0:
                await _toClient.WriteAsync(body.AsMemory(0, body.Length / 2), cancel);
                await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
                break;
            case Fault.Drip:
                for (var i = 0; i < body.Length; i++)
                {
                    await _toClient.WriteAsync(body.AsMemory(i, 1), cancel);
                    await Task.Delay(Drip, cancel);
                }

                break;
            default:
                await _toClient.WriteAsync(body, cancel);
                break;
        }
    }

    Task AnswerAsync(string status, string code, CancellationToken cancel)
    {
        var body = Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8"?><Error><Code>{code}</Code><Message>{code}</Message></Error>""");
        var head = new HttpHead([$"HTTP/1.1 {status}", "Content-Type: application/xml", $"Content-Length: {body.Length}"]);
        head = fault is Fault.WrongRegion ? head.With("x-amz-bucket-region", OtherRegion) : head;
        var isHead = request.FirstLine.StartsWith("HEAD ", StringComparison.Ordinal);
        return _toClient.WriteAsync((byte[])[.. head.ToBytes(), .. isHead ? [] : body], cancel).AsTask();
    }

    /// <summary>RST, not FIN: what was sent before may be lost too.</summary>
    void Reset()
    {
        client.LingerState = new LingerOption(true, 0);
        client.Close();
        throw new IOException("reset");
    }
}
