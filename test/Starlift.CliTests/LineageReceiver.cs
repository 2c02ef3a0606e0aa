using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Starlift.CliTests;

/// <summary>A small OpenLineage backend: takes events over HTTP and keeps them in their order.</summary>
sealed class LineageReceiver : IDisposable
{
    readonly HttpListener _listener = new();
    readonly List<(string Path, string? Authorization, JsonNode Event)> _received = [];
    readonly Lock _lock = new();
    readonly Func<HttpListenerContext, Task>? _answer;

    /// <param name="answer">Answers a request in the place of 201; null for that.</param>
    public LineageReceiver(Func<HttpListenerContext, Task>? answer = null)
    {
        _answer = answer;
        Url = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add($"{Url}/");
        _listener.Start();
        _ = ReceiveAsync();
    }

    public string Url { get; }

    public IReadOnlyList<(string Path, string? Authorization, JsonNode Event)> Received
    {
        get
        {
            lock (_lock)
            {
                return [.. _received];
            }
        }
    }

    /// <summary>Each event as "STATE job".</summary>
    public IReadOnlyList<string> States => [.. Received.Select(received => $"{received.Event["eventType"]} {received.Event["job"]!["name"]}")];

    /// <summary>The event of that state and job.</summary>
    public JsonNode this[string state] => Received.Single(received => $"{received.Event["eventType"]} {received.Event["job"]!["name"]}" == state).Event;

    public void Dispose() => _listener.Close();

    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    async Task ReceiveAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
                var made = JsonNode.Parse(await reader.ReadToEndAsync())!;
                lock (_lock)
                {
                    _received.Add((context.Request.Url!.PathAndQuery, context.Request.Headers["Authorization"], made));
                }

                if (_answer is not null)
                {
                    await _answer(context);
                    continue;
                }

                context.Response.StatusCode = 201;
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
