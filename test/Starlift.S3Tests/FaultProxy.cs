using System.Net.Sockets;

namespace Starlift.S3Tests;

/// <summary>Stands in front of an S3 server and spoils some of its answers. Knows GET and HEAD.</summary>
sealed class FaultProxy : LoopbackServer
{
    readonly Uri _server;
    readonly Func<HttpHead, Fault?> _choose;
    int _faults;

    /// <param name="server">The server behind it.</param>
    /// <param name="choose">What happens to a request, given its head; null for nothing. May be called by several threads.</param>
    public FaultProxy(Uri server, Func<HttpHead, Fault?> choose)
    {
        _server = server;
        _choose = choose;
        Start();
    }

    /// <summary>How many answers were spoilt so far.</summary>
    public int Faults => _faults;

    /// <summary>Each request has that chance of a fault, and each fault of the menu is as likely.</summary>
    public static Func<HttpHead, Fault?> Sometimes(double chance, params IReadOnlyList<Fault> menu)
    {
        var random = new Random(1);
        return _ =>
        {
            lock (random)
            {
                return random.NextDouble() < chance ? menu[random.Next(menu.Count)] : null;
            }
        };
    }

    protected override async Task ServeAsync(TcpClient client, CancellationToken closing)
    {
        using var server = new TcpClient();
        client.NoDelay = server.NoDelay = true;
        await server.ConnectAsync(_server.Host, _server.Port, closing);
        using var requests = new HttpMessages(client.GetStream());
        using var answers = new HttpMessages(server.GetStream());
        while (await requests.ReadHeadAsync(closing) is { } request)
        {
            Note(request);
            var fault = _choose(request);
            _faults += fault is null ? 0 : 1;
            await new FaultyExchange(client, server, answers, request, fault).RunAsync(closing);
        }
    }
}
