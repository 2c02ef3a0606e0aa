using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Starlift.ServerTests;

/// <summary>What no client of good will sends: the connection ends, and the server serves others.</summary>
public sealed class HostileClientTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static byte[] Startup
    {
        get
        {
            var parameters = Encoding.UTF8.GetBytes("user\0awsuser\0database\0dev\0\0");
            var message = new byte[8 + parameters.Length];
            BinaryPrimitives.WriteInt32BigEndian(message, message.Length);
            BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(4), 196_608);
            parameters.CopyTo(message, 8);
            return message;
        }
    }

    [Theory]
    [InlineData("00000000")]
    [InlineData("ffffffff")]
    [InlineData("7fffffff00030000")]
    [InlineData("0000000800020000")]
    [InlineData("0000000800030000")]
    [InlineData("00000009000300007f")]
    [InlineData("474554202f20485454502f312e310d0a0d0a")]
    public async Task A_first_message_that_is_none_ends_the_connection(string hex)
    {
        await using var server = await TestServer.StartAsync();
        await SendAsync(server, Convert.FromHexString(hex));
        await ServesAsync(server);
    }

    [Theory]
    [InlineData("5100000003")]
    [InlineData("51ffffffff")]
    [InlineData("517fffffff")]
    [InlineData("5100000006ff00")]
    [InlineData("510000000541")]
    [InlineData("0000000004")]
    [InlineData("4200000004")]
    [InlineData("500000000a00000000ffff")]
    [InlineData("420000000c0000ffff0000ffff")]
    [InlineData("4400000006580000")]
    [InlineData("45000000090000000000")]
    [InlineData("6400000004")]
    [InlineData("4600000008000000005300000004")]
    public async Task A_message_that_is_none_ends_the_connection_or_is_told(string hex)
    {
        await using var server = await TestServer.StartAsync();
        await SendAsync(server, [.. Startup, .. Convert.FromHexString(hex)]);
        await ServesAsync(server);
    }

    [Fact]
    public async Task What_is_no_message_is_told_before_the_connection_ends()
    {
        await using var server = await TestServer.StartAsync();
        Assert.Contains("unsupported frontend protocol 2.0", await SendAsync(server, Convert.FromHexString("0000000800020000")), StringComparison.Ordinal);
        Assert.Contains("invalid message length", await SendAsync(server, [.. Startup, .. Convert.FromHexString("517fffffff")]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Random_messages_leave_the_server_whole()
    {
        await using var server = await TestServer.StartAsync();
        var random = new Random(20_181_105);
        for (var round = 0; round < 60; round++)
        {
            var bytes = new List<byte>(Startup);
            for (var count = random.Next(1, 8); count > 0; count--)
            {
                var body = new byte[random.Next(0, 40)];
                random.NextBytes(body);
                var length = random.Next(6) == 0 ? random.Next() : body.Length + 4;
                bytes.Add((byte)"QPBDECSHXFdcf?"[random.Next(14)]);
                bytes.AddRange(BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(length)));
                bytes.AddRange(body);
            }

            await SendAsync(server, [.. bytes]);
        }

        await ServesAsync(server);
    }

    [Fact]
    public async Task Clients_that_say_nothing_are_sent_away_and_those_beyond_the_limit_are_told()
    {
        await using var server = await TestServer.StartAsync(options => options with { MaxConnections = 20, LoginTimeout = TimeSpan.FromSeconds(2) });
        var idle = new List<Socket>();
        try
        {
            for (var count = 0; count < 20; count++)
            {
                idle.Add(await ConnectAsync(server));
            }

            var (_, _, error) = await Psql.RunAsync(server, "select 1");
            Assert.Contains("connection limit", error, StringComparison.Ordinal);
            await Task.Delay(TimeSpan.FromSeconds(3), Stop);
            await ServesAsync(server);
        }
        finally
        {
            idle.ForEach(socket => socket.Dispose());
        }
    }

    [Fact]
    public async Task Clients_that_send_a_byte_now_and_then_are_sent_away()
    {
        await using var server = await TestServer.StartAsync(options => TestServer.WithPassword(options) with { LoginTimeout = TimeSpan.FromSeconds(1), MessageTimeout = TimeSpan.FromSeconds(1) });
        await using var open = await TestServer.StartAsync(options => options with { MessageTimeout = TimeSpan.FromSeconds(1) });
        var query = new byte[] { (byte)'Q', 0, 0, 0, 200 }.Concat(Enumerable.Repeat((byte)' ', 196)).ToArray();
        var drips = new[]
        {
            DripAsync(server, 0, Startup),
            DripAsync(server, Startup.Length, [.. Startup, (byte)'p', 0, 0, 0, 100, .. new byte[96]]),
            DripAsync(open, Startup.Length, [.. Startup, .. query]),
            DripAsync(open, Startup.Length + 5, [.. Startup, .. query]),
        };
        var since = System.Diagnostics.Stopwatch.StartNew();
        await ServesAsync(open);
        var said = await Task.WhenAll(drips);
        Assert.InRange(since.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(15));
        Assert.All(said[2..], text => Assert.Contains("a message did not arrive whole in time", text, StringComparison.Ordinal));
        await ServesAsync(open);
    }

    [Fact]
    public async Task Those_beyond_the_limit_and_those_who_would_be_told_so_are_few()
    {
        await using var server = await TestServer.StartAsync(options => options with { MaxConnections = 5 });
        var idle = new List<Socket>();
        try
        {
            for (var count = 0; count < 106; count++)
            {
                idle.Add(await ConnectAsync(server));
            }

            // whichever came last is sent away at once
            var ended = idle.Select(async socket => await socket.ReceiveAsync(new byte[1], Stop));
            Assert.Equal(0, await await Task.WhenAny(ended));
        }
        finally
        {
            idle.ForEach(socket => socket.Dispose());
        }
    }

    /// <summary>Sends the first bytes at once and the others one by one, until the server ends the connection.</summary>
    /// <returns>What the server has said.</returns>
    static async Task<string> DripAsync(TestServer server, int first, byte[] bytes)
    {
        using var socket = await ConnectAsync(server);
        var said = new StringBuilder();
        var reading = Task.Run(
            async () =>
            {
                var buffer = new byte[4096];
                try
                {
                    while (await socket.ReceiveAsync(buffer, Stop) is var count and > 0)
                    {
                        said.Append(Encoding.Latin1.GetString(buffer, 0, count));
                    }
                }
                catch (SocketException)
                {
                    // It was ended before all was read.
                }
            },
            Stop);
        try
        {
            await socket.SendAsync(bytes.AsMemory(0, first), Stop);
            for (var at = first; at < bytes.Length && !reading.IsCompleted; at++)
            {
                await socket.SendAsync(bytes.AsMemory(at, 1), Stop);
                await Task.Delay(100, Stop);
            }
        }
        catch (SocketException)
        {
            // The server has ended it.
        }

        await reading;
        return said.ToString();
    }

    static async Task ServesAsync(TestServer server)
    {
        Psql.Require();
        Assert.Equal((0, "1\n", ""), await Psql.RunAsync(server, "select 1"));
    }

    /// <summary>Sends it, says that no more comes, and reads until the server ends the connection.</summary>
    /// <returns>What the server has said, as far as it could be read.</returns>
    static async Task<string> SendAsync(TestServer server, byte[] bytes)
    {
        using var socket = await ConnectAsync(server);
        var said = new StringBuilder();
        try
        {
            await socket.SendAsync(bytes, Stop);
            socket.Shutdown(SocketShutdown.Send);
            var buffer = new byte[4096];
            while (await socket.ReceiveAsync(buffer, Stop) is var count and > 0)
            {
                said.Append(Encoding.Latin1.GetString(buffer, 0, count));
            }
        }
        catch (SocketException)
        {
            // It was ended before all was read.
        }

        return said.ToString();
    }

    static async Task<Socket> ConnectAsync(TestServer server)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, server.Port), Stop);
        return socket;
    }
}
