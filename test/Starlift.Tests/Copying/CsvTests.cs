using System.Text;
using CsCheck;
using Starlift.Copying;

namespace Starlift.Tests.Copying;

public sealed class CsvTests
{
    static SampleCopy Csv(string columns, string options = "") =>
        new() { Format = "csv", Columns = columns, Options = $"{options} maxerror 100000" };

    static CopyOutcome Load(SampleCopy copy, string data)
    {
        var first = (copy with { BlockSize = 4_096 }).Load(data);
        for (var block = 1; block <= 9; block++)
        {
            Assert.Equal(first.Summary(), (copy with { BlockSize = block }).Load(data).Summary());
        }

        return first;
    }

    [Theory]
    [InlineData("1,x", "1|x")]
    [InlineData("1,x\n2,y\n", "1|x 2|y")]
    [InlineData("1,x\r\n2,y\r\n", "1|x 2|y")]
    [InlineData("\uFEFF1,x", "1|x")]
    [InlineData("1,\"a,b\"", "1|a,b")]
    [InlineData("1,\"a\"\"b\"\"\"", "1|a\"b\"")]
    [InlineData("1,\"a\nb\"\n2,c", "1|a\nb 2|c")]
    [InlineData("1,\"a\r\nb\"\r\n2,c", "1|a\r\nb 2|c")]
    [InlineData("1,  \"a\"\t\n2, b ", "1|a 2| b ")]
    [InlineData("1,\"\"\n2,", "1| 2|")]
    [InlineData(",a\n\"\",b\n  ,c", "NULL|a NULL|b NULL|c")]
    [InlineData("\\N,\\N", "NULL|NULL")]
    [InlineData("", "")]
    [InlineData("\uFEFF", "")]
    public void Fields_are_what_stands_between_delimiters_or_in_quotes(string data, string rows)
    {
        var outcome = Load(Csv("a int, v varchar(20)"), data);

        Assert.Empty(outcome.Rejects);
        Assert.Equal(rows, string.Join(' ', outcome.Rows));
    }

    [Theory]
    [InlineData("delimiter ';'", "1;a,b", "1|a,b")]
    [InlineData(@"delimiter '\t'", "1\t\"x\ty\"", "1|x\ty")]
    [InlineData(@"delimiter '\t'", "1\t \"x\" ", "1|x")]
    [InlineData("delimiter '|~|'", "1|~|a|b~", "1|a|b~")]
    [InlineData("quote as '%'", "1,%a,\"b\"%", "1|a,\"b\"")]
    [InlineData("null as 'null'", "null,null\n1,\"null\"\n2,\\N", "NULL|NULL 1|NULL 2|\\N")]
    [InlineData("null as ''", ",", "NULL|NULL")]
    [InlineData("emptyasnull", "1,\n2,\"\"\n3, ", "1|NULL 2|NULL 3| ")]
    [InlineData("blanksasnull", "1,\n2,\"  \"", "1| 2|NULL")]
    [InlineData("trimblanks", "1,  a  \n2,\"b \"", "1|  a 2|b")]
    [InlineData("truncatecolumns", "1,0123456789012345678901234", "1|01234567890123456789")]
    [InlineData("acceptinvchars as '^'", "1,a\uFFFF", "1|a^")]
    [InlineData("ignoreheader 1", "a,v\n1,x", "1|x")]
    [InlineData("ignoreblanklines", "\n1,x\n\r\n\n2,y\n\n", "1|x 2|y")]
    [InlineData("fillrecord", "1\n2,x\n\\N", "1| 2|x NULL|")]
    [InlineData("fillrecord emptyasnull", "1", "1|NULL")]
    public void Options_change_what_fields_are(string options, string data, string rows)
    {
        var outcome = Load(Csv("a int, v varchar(20)", options), data);

        Assert.Empty(outcome.Rejects);
        Assert.Equal(rows.Replace("^", options.Contains('^', StringComparison.Ordinal) ? "^^^" : "^", StringComparison.Ordinal), string.Join(' ', outcome.Rows));
    }

    [Theory]
    [InlineData("1", 1214, "Delimiter not found", "a", 0, "1", 1)]
    [InlineData("1,x,y", 1202, "Extra column(s) found", "v", 0, "x", 1)]
    [InlineData("1,x,", 1202, "Extra column(s) found", "v", 0, "x", 1)]
    [InlineData("", 1211, "Input line contained no data", "a", 0, "", 1)]
    [InlineData("1,a\"b", 1214, "Invalid quote formatting for CSV", "v", 3, "", 1)]
    [InlineData("1,\"a\"b", 1214, "Invalid quote formatting for CSV", "v", 4, "", 1)]
    [InlineData("1,\"ab", 1214, "Invalid quote formatting for CSV", "v", 2, "", 1)]
    [InlineData("x,y", 1207, "Invalid digit, Value 'x', Pos 0, Type: Integer", "a", 0, "x", 1)]
    [InlineData("\"1\nx\",y", 1207, "Invalid digit, Value 'x', Pos 2, Type: Integer", "a", 2, "1\nx", 2)]
    [InlineData("1,012345678901234567890", 1204, "String length exceeds DDL length", "v", 0, "012345678901234567890", 1)]
    [InlineData("1,a\0b", 1218, "Invalid null byte - field longer than 1 byte", "v", 1, "a\0b", 1)]
    public void Lines_that_do_not_fit_are_rejects(string data, int code, string reason, string column, int position, string value, int lines)
    {
        var outcome = Load(Csv("a int, v varchar(20)"), $"0,before\n{data}\n9,behind\n");

        Assert.Equal(["0|before", "9|behind"], outcome.Rows);
        var reject = outcome.Reject;
        Assert.Equal((code, reason, column, position, value), ((int)reject.Code, reject.Reason, reject.Column, reject.Position, reject.RawValue));
        Assert.Equal((2L, 1L + lines, 9L), (reject.FirstLine, reject.LastLine, reject.ByteOffset));
        Assert.Equal(data, reject.RawRecord);
    }

    [Fact]
    public void A_quote_without_its_end_gives_up_its_line_and_nothing_more()
    {
        var outcome = Load(Csv("a int, v varchar(20)"), "0,x\n1,\"x\n2,x\n\n4,\"\"\n5,x");

        Assert.Equal(["0|x", "2|x", "4|", "5|x"], outcome.Rows);
        Assert.Equal(["1,\"x", ""], outcome.Rejects.Select(reject => reject.RawRecord));
    }

    [Fact]
    public void A_column_list_says_which_column_a_field_fills()
    {
        var copy = Csv("a int not null, b varchar(9), c int default 7, d int identity") with { ColumnList = "(b, a)" };

        Assert.Equal("x|1", Load(copy, "x,1").Row);
        Assert.Equal("Missing data for not-null field", Load(copy with { ColumnList = "(b, c)" }, "x,1").Reject.Reason);
    }

    [Theory]
    [InlineData("\"{\"\"a\"\": [1, 2.50]}\"", "{\"a\":[1,2.50]}")]
    [InlineData("17", "17")]
    [InlineData("\"\"\"text\"\"\"", "\"text\"")]
    [InlineData("", "NULL")]
    public void SUPER_is_filled_by_JSON(string data, string row) => Assert.Equal(row, Load(Csv("s super", "fillrecord"), $"{data}\n").Row);

    [Theory]
    [InlineData("text")]
    [InlineData("\"{\"\"a\"\":}\"")]
    [InlineData("1 2")]
    public void What_is_no_JSON_is_a_reject_of_SUPER(string data) =>
        Assert.Equal(LoadErrorCode.InvalidSuper, Load(Csv("s super"), data).Reject.Code);

    [Theory]
    [InlineData("d date, t timestamp", "dateformat 'DD.MM.YYYY' timeformat 'epochsecs'", "31.12.2024,86400", "2024-12-31|1970-01-02 00:00:00")]
    [InlineData("n decimal(5,2), b boolean", "", "1.239,t", "1.23|true")]
    [InlineData("n decimal(5,2), b boolean", "roundec", "1.239,0", "1.24|false")]
    [InlineData("r double precision, y varbyte(4)", "", "1e3,00ff", "1000|00FF")]
    public void Values_are_converted_as_those_of_JSON(string columns, string options, string data, string row) =>
        Assert.Equal(row, Load(Csv(columns, options), data).Row);

    [Fact]
    public void An_encoding_and_a_compression_come_first()
    {
        using var gzip = new MemoryStream();
        using (var stream = new System.IO.Compression.GZipStream(gzip, System.IO.Compression.CompressionMode.Compress))
        {
            stream.Write(Encoding.Unicode.GetBytes("1,\"é\nü\"\n"));
        }

        Assert.Equal("1|é\nü", Csv("a int, v varchar(20)", "gzip encoding utf16le").Load(gzip.ToArray()).Row);
    }

    [Fact]
    public void A_line_of_more_than_4_MB_fails_the_load()
    {
        var outcome = Csv("a int, v varchar(20)").Load($"1,x\n2,\"{new string('y', CopyReader.MaxRecordBytes)}\"\n");

        Assert.True(outcome.Result.Failed);
        Assert.Equal("Row exceeds the limit of 4 MB", outcome.Reject.Reason);
    }

    [Fact]
    public void Errors_are_counted_as_those_of_JSON()
    {
        var data = "x,1\ny,2\n3,z\n";

        Assert.False((Csv("a int, v varchar(9)") with { Options = "maxerror 3" }).Load(data).Result.Failed);
        Assert.True((Csv("a int, v varchar(9)") with { Options = "maxerror 2" }).Load(data).Result.Failed);
    }

    [Fact]
    public void What_is_written_as_CSV_is_read_again() => Gen.Select(Gen.String[Gen.Char["ab,\"\n\r \t'é"], 0, 6].Array[2].Array[0, 6], Gen.Int[1, 9], Gen.Bool).Sample(
        (lines, block, crlf) =>
        {
            var data = string.Concat(lines.Select(line => string.Join(',', line.Select(field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + (crlf ? "\r\n" : "\n")));
            var copy = Csv("a varchar(100), b varchar(100)") with { BlockSize = block };
            Assert.Equal(lines.Select(line => string.Join('|', line)), copy.Load(data).Rows);
        });

    [Fact]
    public void Whatever_the_bytes_are_each_line_counts_once_and_blocks_do_not_matter() => Gen.String[Gen.Char["a1,\"\n\r \0é"], 0, 40].Sample(data =>
    {
        var copy = Csv("a varchar(100), b int");
        var whole = copy.Load(data).Summary();
        for (var block = 1; block <= 5; block++)
        {
            Assert.Equal(whole, (copy with { BlockSize = block }).Load(data).Summary());
        }
    });
}
