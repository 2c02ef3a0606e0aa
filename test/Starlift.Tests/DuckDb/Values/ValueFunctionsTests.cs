using DuckDB.NET.Data;
using Starlift.DuckDb.Native.Scalars;
using Starlift.DuckDb.Values;

namespace Starlift.Tests.DuckDb.Values;

public sealed class ValueFunctionsTests : IDisposable
{
    readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public ValueFunctionsTests()
    {
        _connection.Open();
        ScalarRegistry.Register(_connection.NativeConnection.DangerousGetHandle(), ValueFunctions.All);
    }

    public void Dispose() => _connection.Dispose();

    [Theory]
    [InlineData("starlift_boolean(' Yes ')", "true")]
    [InlineData("starlift_smallint('-7')", "-7")]
    [InlineData("starlift_integer('2147483647')", "2147483647")]
    [InlineData("starlift_bigint(' 12 ')", "12")]
    [InlineData("starlift_date('Jun 1,2008')", "2008-06-01")]
    [InlineData("starlift_timestamp('20080215 04:05 PM')", "2008-02-15 16:05:00")]
    [InlineData("starlift_timestamptz('Jun 1,2008 09:59:59 EST', 'UTC') = timestamptz '2008-06-01 14:59:59+00'", "true")]
    [InlineData("starlift_timestamptz('2008-07-01 10:00', 'America/New_York') = timestamptz '2008-07-01 14:00:00+00'", "true")]
    [InlineData("starlift_time('04:05 PM')", "16:05:00")]
    [InlineData("starlift_timetz('10:00:00 PST', 'UTC')", "10:00:00-08")]
    [InlineData("starlift_interval('1w, 1h, 1m, 1s')", "7 days 01:01:01")]
    [InlineData("starlift_text(interval '14 months 1 day')", "1 year 2 mons 1 day")]
    [InlineData("starlift_to_char(timestamp '2009-12-31 23:15:59', 'MONTH-DY-DD-YYYY HH12:MIPM TZ')", "DECEMBER -THU-31-2009 11:15PM UTC")]
    [InlineData("starlift_to_char(timestamptz '2020-07-01 00:00:00+00', 'HH24 OF', 'America/New_York')", "20 -04")]
    [InlineData("starlift_to_char(interval '50 hours', 'HH24:MI')", "50:00")]
    [InlineData("starlift_number_to_char('-125.8', '999D99S')", "125.80-")]
    [InlineData("starlift_number_to_char(148.5::double, '999.999')", " 148.500")]
    [InlineData("starlift_to_timestamp('20010631', 'YYYYMMDD', false)", "2001-07-01 00:00:00")]
    [InlineData("starlift_to_number('12,454.8-', '99G999D9S')::decimal(38,1)", "-12454.8")]
    [InlineData("starlift_text_to_integer('123{', '999S')", "1230")]
    [InlineData("starlift_text_to_numeric('123.525', '', 10, 2)::decimal(10,2)", "123.52")]
    [InlineData("starlift_date_add('yr', 1, timestamp '2016-02-29')", "2017-03-01 00:00:00")]
    [InlineData("starlift_date_diff('week', timestamp '2020-01-03', timestamp '2020-01-06')", "1")]
    [InlineData("starlift_date_trunc('century', timestamp '2000-06-06')", "1901-01-01 00:00:00")]
    [InlineData("starlift_add_months(timestamp '2008-04-30', 1)", "2008-05-31 00:00:00")]
    [InlineData("starlift_months_between(timestamp '2020-03-01', timestamp '2020-01-01')", "2.0")]
    [InlineData("starlift_next_day(date '2014-08-20', 'Tuesday')", "2014-08-26")]
    [InlineData("starlift_to_utc(timestamp '2013-06-01 08:00:00', 'PST')", "2013-06-01 16:00:00")]
    [InlineData("starlift_from_utc(timestamp '2013-06-01 08:00:00', 'PST8PDT')", "2013-06-01 01:00:00")]
    [InlineData("starlift_interval_part('hours', interval '50 hours')", "2.0")]
    [InlineData("starlift_interval_part('sec', interval '1.11 seconds')", "1.11")]
    [InlineData("starlift_regexp_count('abcabc', 'a', 2, '')", "1")]
    [InlineData("starlift_regexp_instr('the fox', 'fox', 1, 1, 1, '')", "8")]
    [InlineData("starlift_regexp_replace('a1a2', '([0-9])', '<$1>', 1, '')", "a<1>a<2>")]
    [InlineData("starlift_regexp_substr('passwd7 plain A1234 a1234', '(?=[^ ]*[a-z])(?=[^ ]*[0-9])[^ ]+', 1, 2, 'ip')", "A1234")]
    [InlineData("starlift_initcap('nibh.enim@x')", "Nibh.Enim@X")]
    [InlineData("starlift_split_part('a,b', ',', 2)", "b")]
    [InlineData("starlift_lpad('7', 5, 'ab')", "abab7")]
    [InlineData("starlift_rpad('7', 6, 'ab')", "7ababa")]
    [InlineData("starlift_reverse('日本語')", "語本日")]
    [InlineData("starlift_quote_ident('my column')", "\"my column\"")]
    [InlineData("starlift_quote_literal('it''s')", "'it''s'")]
    [InlineData("starlift_chr(0)", "NULL")]
    [InlineData("starlift_chr(233)", "é")]
    [InlineData("starlift_soundex('Amazon')", "A525")]
    [InlineData("starlift_difference('Amazon', 'Amazon')", "4")]
    [InlineData("starlift_strtol('0xf', 16)", "15")]
    [InlineData("starlift_fnv_hash('a')", "-5808556873153909620")]
    [InlineData("starlift_fnv_hash('b', starlift_fnv_hash('a')) = starlift_fnv_hash('ab')", "true")]
    [InlineData("starlift_fnv_hash(42, 8)", "-55488592825689361")]
    [InlineData("starlift_murmur3(1, 0)", "1392991556")]
    [InlineData("starlift_murmur3('cd', starlift_murmur3('ab', 0))", "1711522338")]
    [InlineData("starlift_farmfingerprint64('Amazon Redshift')", "8085098817162212970")]
    [InlineData("starlift_farmfingerprint64('Amazon Redshift'::blob)", "8085098817162212970")]
    [InlineData("starlift_sha2('abc', 224)", "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7")]
    [InlineData("starlift_crc32('Amazon Redshift')", "f2726906")]
    [InlineData("hex(starlift_from_hex('4'))", "04")]
    [InlineData("hex(starlift_to_varbyte('0110', 'binary'))", "06")]
    [InlineData("starlift_from_varbyte('ab'::blob, 'hex')", "6162")]
    [InlineData("starlift_getbit('\\x4D'::blob, 2)", "1")]
    [InlineData("hex(starlift_bytes_and('a'::blob, 'b'::blob))", "60")]
    [InlineData("hex(starlift_bytes_or('a'::blob, 'b'::blob))", "63")]
    [InlineData("hex(starlift_bytes_xor('a'::blob, 'b'::blob))", "03")]
    [InlineData("hex(starlift_bytes_not('a'::blob))", "9E")]
    [InlineData("starlift_is_json('1')", "true")]
    [InlineData("starlift_is_json_object('[1]')", "false")]
    [InlineData("starlift_is_json_array('[1]')", "true")]
    [InlineData("starlift_json_array_length('[1', true)", "NULL")]
    [InlineData("starlift_json_element('[111,112,113]', false, 2)", "113")]
    [InlineData("starlift_json_path('{\"a\":{\"b\":\"c\"}}', false, 'a', 'b')", "c")]
    [InlineData("starlift_json_parse('{ \"a\" : 1 }') || typeof(starlift_json_parse('1'))", "{\"a\":1}JSON")]
    public void Each_function_answers(string expression, string expected)
    {
        Assert.Equal(expected, Ask($"({expression})::varchar"));
        // and of a column, where no constant is folded
        Assert.Equal($"{expected}|{expected}", string.Join('|', AskAll($"select ({expression})::varchar from range(2) r(i) where i < 9")));
    }

    [Fact]
    public void Each_name_begins_alike_so_that_it_hides_none_of_DuckDB_s() =>
        Assert.All(ValueFunctions.All, function => Assert.StartsWith("starlift_", function.Name, StringComparison.Ordinal));

    [Fact]
    public void A_text_that_is_refused_is_told_in_Redshift_s_words()
    {
        var error = Assert.Throws<DuckDBException>(() => Ask("starlift_integer('12.5')"));
        Assert.Contains("invalid input syntax for integer: \"12.5\"", error.Message, StringComparison.Ordinal);
        Assert.Equal("NULL", Ask("try(starlift_integer('12.5'))"));
    }

    [Fact]
    public void A_million_rows_take_formats_from_a_column()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = """
            select count(*) from range(1000000) r(i)
            where starlift_to_char(timestamp '2020-01-01' + to_days(CAST(i % 365 AS INTEGER)), case when i % 2 = 0 then 'YYYY-MM-DD' else 'FMDD Month' end) = ''
            """;
        Assert.Equal(0L, command.ExecuteScalar());
    }

    string Ask(string expression) => AskAll($"select {expression}").Single();

    List<string> AskAll(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
        {
            values.Add(reader.IsDBNull(0) ? "NULL" : Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!);
        }

        return values;
    }
}
