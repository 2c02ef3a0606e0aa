using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Starlift.CliTests;

/// <summary>A small collector: takes what is sent over OTLP/HTTP, and keeps it by path.</summary>
sealed class OtlpReceiver : IDisposable
{
    readonly HttpListener _listener = new();
    readonly Dictionary<string, StringBuilder> _received = [];
    readonly Lock _lock = new();

    public OtlpReceiver()
    {
        Endpoint = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add($"{Endpoint}/");
        _listener.Start();
        _ = ReceiveAsync();
    }

    public string Endpoint { get; }

    /// <summary>All bodies of a path, a character a byte: names stand in them as they are.</summary>
    public string Received(string path)
    {
        lock (_lock)
        {
            return _received.TryGetValue(path, out var bodies) ? bodies.ToString() : "";
        }
    }

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
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                lock (_lock)
                {
                    var path = context.Request.Url!.AbsolutePath;
                    _received.TryAdd(path, new StringBuilder());
                    _received[path].Append(Encoding.Latin1.GetString(body.ToArray()));
                }

                context.Response.ContentType = "application/x-protobuf";
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
