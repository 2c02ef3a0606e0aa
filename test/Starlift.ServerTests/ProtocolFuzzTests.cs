using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Starlift.ServerTests;

/// <summary>Messages that are each well formed or nearly so, in an order, with names, types, formats and values that no driver sends; from a fixed seed.</summary>
[Collection(AloneCollection.Name)]
public sealed class ProtocolFuzzTests
{
    const int Seed = 20_181_106;
    const int Rounds = 250;

    static readonly string[] Names = ["", "", "a", "b", "no such", "\u00e4"];

    static readonly string[] Statements =
    [
        "select 1", "select $1::int, $2", "select * from t where id = $1", "insert into t values ($1, $2)", "begin", "commit", "rollback", "", "selec", "select 1; select 2", "select 1 / 0", "copy t from stdin",
        "select generate_series(1, 500)", "set extra_float_digits to 2", "show all", "select $3", "select $1 + $1", "create temp table x (a int)", "drop table x", "select * from pg_class",
    ];

    static readonly int[] Types = [0, 16, 20, 21, 23, 25, 700, 701, 705, 1042, 1043, 1082, 1083, 1114, 1184, 1700, 2205, 4000, 6551, -1, int.MaxValue];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_is_sent_the_server_serves_on_and_keeps_nothing()
    {
        Psql.Require();
        await using var server = await TestServer.StartAsync();
        await Psql.RunAsync(server, "create table t (id int, name varchar(10))");
        var random = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            await TalkAsync(server, random);
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var round = 0; round < Rounds; round++)
        {
            await TalkAsync(server, random);
        }

        // the first half has filled pools and caches; the second adds nothing
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 64 * 1024 * 1024);
        Assert.Equal((0, "1\n", ""), await Psql.RunAsync(server, "select 1"));
    }

    [Fact]
    public async Task Of_a_thousand_idle_connections_those_beyond_the_limit_are_told_and_the_others_answered()
    {
        await using var server = await TestServer.StartAsync(options => options with { MaxConnections = 200 });
        var sockets = new List<Socket>();
        try
        {
            var told = 0;
            for (var count = 0; count < 1000; count++)
            {
                var socket = await ConnectAsync(server);
                sockets.Add(socket);
                await socket.SendAsync(Startup(), Stop);
                var buffer = new byte[4096];
                var length = await socket.ReceiveAsync(buffer, Stop);
                told += Encoding.UTF8.GetString(buffer, 0, length).Contains("connection limit", StringComparison.Ordinal) ? 1 : 0;
            }

            Assert.InRange(told, 800, 800);
            await sockets[0].SendAsync(Message('Q', "select 41 + 1\0"u8.ToArray()), Stop);
            Assert.Contains("42", await AnswerAsync(sockets[0], "42"), StringComparison.Ordinal);
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    static async Task TalkAsync(TestServer server, Random random)
    {
        using var socket = await ConnectAsync(server);
        var bytes = new List<byte>(Startup());
        for (var count = random.Next(1, 14); count > 0; count--)
        {
            bytes.AddRange(Any(random));
        }

        if (random.Next(3) == 0)
        {
            // cut anywhere
            bytes = bytes[..random.Next(bytes.Count / 2, bytes.Count)];
        }

        try
        {
            await socket.SendAsync(bytes.ToArray(), Stop);
            socket.Shutdown(SocketShutdown.Send);
            var buffer = new byte[16_384];
            while (await socket.ReceiveAsync(buffer, Stop) > 0 && random.Next(40) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // The server ended it before all was read.
        }
    }

    static byte[] Any(Random random)
    {
        var name = Pick(random, Names);
        return random.Next(12) switch
        {
            0 => Message('Q', Text(Pick(random, Statements))),
            1 or 2 => Message('P', [.. Text(name), .. Text(Pick(random, Statements)), .. Many(random, 4, () => Int32(Pick(random, Types)))]),
            3 or 4 => Message(
                'B', [.. Text(Pick(random, Names)), .. Text(name), .. Many(random, 3, () => Int16(random.Next(3))), .. Many(random, 4, () => Value(random)), .. Many(random, 3, () => Int16(random.Next(2)))]),
            5 => Message('D', [(byte)"SPX"[random.Next(3)], .. Text(name)]),
            6 or 7 => Message('E', [.. Text(name), .. Int32(random.Next(-1, 4))]),
            8 => Message('C', [(byte)"SP"[random.Next(2)], .. Text(name)]),
            9 => Message('H', []),
            10 => Message((char)random.Next(256), [.. Enumerable.Range(0, random.Next(20)).Select(_ => (byte)random.Next(256))]),
            _ => Message('S', []),
        };
    }

    static byte[] Value(Random random)
    {
        var length = random.Next(-1, 20);
        var value = new byte[Math.Max(0, length)];
        random.NextBytes(value);
        return random.Next(30) == 0 ? [.. Int32(random.Next()), .. value] : [.. Int32(length), .. value];
    }

    static byte[] Many(Random random, int most, Func<byte[]> one)
    {
        var items = Enumerable.Range(0, random.Next(most)).Select(_ => one()).ToList();
        return [.. Int16(random.Next(30) == 0 ? 30_000 : items.Count), .. items.SelectMany(item => item)];
    }

    static byte[] Startup()
    {
        byte[] body = [.. Int32(196_608), .. Encoding.UTF8.GetBytes("user\0awsuser\0database\0dev\0\0")];
        return [.. Int32(body.Length + 4), .. body];
    }

    static byte[] Message(char type, byte[] body) => [(byte)type, .. Int32(body.Length + 4), .. body];

    static byte[] Text(string text) => [.. Encoding.UTF8.GetBytes(text), 0];

    static byte[] Int32(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    static byte[] Int16(int number)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteInt16BigEndian(bytes, (short)number);
        return bytes;
    }

    static T Pick<T>(Random random, T[] items) => items[random.Next(items.Length)];

    static async Task<string> AnswerAsync(Socket socket, string wanted)
    {
        var said = new StringBuilder();
        var buffer = new byte[4096];
        while (!said.ToString().Contains(wanted, StringComparison.Ordinal) && await socket.ReceiveAsync(buffer, Stop) is var count and > 0)
        {
            said.Append(Encoding.UTF8.GetString(buffer, 0, count));
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
