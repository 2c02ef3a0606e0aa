using DuckDB.NET.Data;
using Starlift.DuckDb.Native.Scalars;

namespace Starlift.Tests.DuckDb.Native.Scalars;

public sealed class ScalarRegistryTests : IDisposable
{
    readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public ScalarRegistryTests() => _connection.Open();

    public void Dispose() => _connection.Dispose();

    [Fact]
    public void Every_type_goes_in_and_comes_out()
    {
        Register(
            new("echo", [ScalarType.Boolean], ScalarType.Boolean, static (ref call) => call.Return(call.Boolean(0))),
            new("echo", [ScalarType.Integer], ScalarType.Integer, static (ref call) => call.Return(call.Integer(0))),
            new("echo", [ScalarType.BigInt], ScalarType.BigInt, static (ref call) => call.Return(call.BigInt(0))),
            new("echo", [ScalarType.Double], ScalarType.Double, static (ref call) => call.Return(call.Double(0))),
            new("echo", [ScalarType.Date], ScalarType.Date, static (ref call) => call.Return(call.Integer(0))),
            new("echo", [ScalarType.Time], ScalarType.Time, static (ref call) => call.Return(call.BigInt(0))),
            new("echo", [ScalarType.TimeTz], ScalarType.TimeTz, static (ref call) => call.Return(call.BigInt(0))),
            new("echo", [ScalarType.Timestamp], ScalarType.Timestamp, static (ref call) => call.Return(call.BigInt(0))),
            new("echo", [ScalarType.TimestampTz], ScalarType.TimestampTz, static (ref call) => call.Return(call.BigInt(0))),
            new("echo", [ScalarType.Interval], ScalarType.Interval, static (ref call) => call.Return(call.Interval(0))),
            new("echo", [ScalarType.Bytes], ScalarType.Bytes, static (ref call) => call.Return(call.Bytes(0))),
            new("echo", [ScalarType.Text], ScalarType.Text, static (ref call) => call.Return(call.Chars(0))));

        foreach (var value in new[]
        {
            "true", "7::integer", "(-9223372036854775807)::bigint", "1.5::double", "date '0001-02-03 (BC)'", "time '24:00:00'", "timetz '10:11:12+05:30'",
            "timestamp '2020-01-31 10:11:12.123456'", "timestamptz '2020-01-31 10:11:12+00'", "interval '1 year 2 days 3 seconds'", "'\\x00ab'::blob", "'ü'", "''",
            "'a longer text than twelve bytes: 日本語'",
        })
        {
            Assert.Equal(Ask($"select ({value})::varchar, typeof({value})"), Ask($"select echo({value})::varchar, typeof(echo({value}))"));
        }
    }

    [Fact]
    public void A_NULL_gives_NULL_unless_the_function_takes_it()
    {
        Register(
            new("joined", [ScalarType.Text, ScalarType.Text], ScalarType.Text, static (ref call) => Join(ref call)),
            new("absent", [ScalarType.Text], ScalarType.Boolean, static (ref call) => call.Return(call.IsNull(0))) { TakesNulls = true },
            new("odd", [ScalarType.BigInt], ScalarType.BigInt, static (ref call) => Odd(ref call)));
        Execute("create table t as select case when i % 3 = 0 then null else 'a' || i end a, case when i % 5 = 0 then null else 'b' end b, i from range(5000) r(i)");

        Assert.Equal("2667", Ask("select count(joined(a, b)) from t where joined(a, b) is null or joined(a, b) = a || b"));
        Assert.Equal("0", Ask("select count(*) from t where (joined(a, b) is null) <> (a is null or b is null)"));
        Assert.Equal("1667", Ask("select count(*) from t where absent(a)"));
        Assert.Equal("2500", Ask("select count(odd(i)) from t"));
        Assert.Equal("true", Ask("select absent(null)"));
        Assert.Equal("NULL", Ask("select joined('a', null)"));
    }

    [Fact]
    public void Constants_dictionaries_and_selections_are_read_alike()
    {
        Register(new ScalarFunction("joined", [ScalarType.Text, ScalarType.Text], ScalarType.Text, static (ref call) => Join(ref call)));
        Execute("create table t as select 'x' || (i % 3) a, i from range(10000) r(i)");

        Assert.Equal("3", Ask("select count(distinct joined(a, '-a constant of more than twelve bytes')) from t"));
        Assert.Equal("1111", Ask("select count(*) from (select joined(a, '!') j from t where i % 9 = 1) where j = 'x1!'"));
        Assert.Equal("10000", Ask("select count(*) from t where joined('a', 'b') = 'ab'"));
        Assert.Equal("0", Ask("select count(*) from t join (select distinct a as b from t) u on t.a = u.b where joined(b, a) <> b || a"));
    }

    [Fact]
    public void What_a_body_throws_is_the_statement_s_error()
    {
        Register(new ScalarFunction("fails", [ScalarType.BigInt], ScalarType.BigInt, static (ref call) => throw new InvalidOperationException($"{call.BigInt(0)} is too many")));

        var error = Assert.Throws<DuckDBException>(() => Ask("select fails(i) from range(3000) r(i)"));

        Assert.Contains("0 is too many", error.Message, StringComparison.Ordinal);
        Assert.Equal("1", Ask("select 1"));
        Assert.Equal("NULL", Ask("select try(fails(1))"));
    }

    [Fact]
    public void A_volatile_function_is_called_for_each_row()
    {
        Register(
            new("ticket", [ScalarType.BigInt], ScalarType.BigInt, static (ref call) => call.Return(Random.Shared.NextInt64())) { IsVolatile = true },
            new("fixed", [ScalarType.BigInt], ScalarType.BigInt, static (ref call) => call.Return(Random.Shared.NextInt64())));

        Assert.Equal("3000", Ask("select count(distinct ticket(1)) from range(3000)"));
        Assert.Equal("1", Ask("select count(distinct fixed(1)) from range(3000)"));
    }

    [Fact]
    public void Threads_don_t_meet_and_a_million_rows_need_no_more_memory_than_a_thousand()
    {
        long allocated = 0;
        Register(new ScalarFunction("joined", [ScalarType.Text, ScalarType.Text], ScalarType.Text, (ref call) =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Join(ref call);
            Interlocked.Add(ref allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }));
        Execute("create table t as select i, 'row number ' || i a from range(1000000) r(i)");

        var answers = new string[4];
        Parallel.For(0, 4, index =>
        {
            using var connection = _connection.Duplicate();
            connection.Open();
            answers[index] = Ask(connection, "select count(*) from t where joined(a, ' of a million') = a || ' of a million'");
        });

        Assert.All(answers, answer => Assert.Equal("1000000", answer));
        Assert.InRange(allocated, 0, 1_000_000);
    }

    [Fact]
    public void What_a_thread_has_prepared_is_used_again()
    {
        var prepared = 0;
        Register(new ScalarFunction("prepared", [ScalarType.Text], ScalarType.Integer, (ref call) => call.Return(call.Prepare<string>(0, (text, _) =>
        {
            Interlocked.Increment(ref prepared);
            return $"prepared {text}";
        }).Length)));

        Assert.Equal("100000", Ask("select count(prepared(case when i % 2 = 0 then 'even' else 'odd' end)) from range(100000) r(i)"));
        Assert.InRange(prepared, 2, 2 * Environment.ProcessorCount * 4);
    }

    static void Join(ref ScalarCall call)
    {
        var text = call.Text;
        text.Append(call.Chars(0));
        text.Append(call.Chars(1));
        call.ReturnWritten();
    }

    static void Odd(ref ScalarCall call)
    {
        if (call.BigInt(0) % 2 != 0)
        {
            call.Return(call.BigInt(0));
        }
    }

    void Register(params ScalarFunction[] functions) => ScalarRegistry.Register(_connection.NativeConnection.DangerousGetHandle(), functions);

    void Execute(string sql) => Ask(_connection, sql);

    string Ask(string sql) => Ask(_connection, sql);

    static string Ask(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        if (!reader.Read() || reader.FieldCount == 0)
        {
            return "";
        }

        return string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i)
            ? "NULL"
            : reader.GetValue(i) switch { bool value => value ? "true" : "false", var value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)! }));
    }
}
