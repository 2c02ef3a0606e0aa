using System.Text;
using Starlift.Copying;
using Starlift.Runs;
using Starlift.Sql;
using Starlift.Tests.Inference;
using Starlift.Tests.Sql;

namespace Starlift.Tests.Runs;

/// <summary>A load that fails says what is most likely to be mended, from the record that failed.</summary>
public sealed class RejectHintTests
{
    const string Usual = "mend the record and run again, or allow bad records with MAXERROR; starlift rejects shows them";

    static readonly string Gzipped = Encoding.UTF8.GetString(Feed.Gzip("{\"id\":1}"u8.ToArray()));

    public static TheoryData<string, Reject, string> Cases => new()
    {
        { "", Bad(Gzipped, "Invalid JSON: text outside of an object or array"), "the object is compressed: say gzip in the COPY" },
        { "", Bad("(\ufffd/\ufffd", "Invalid JSON: text outside of an object or array"), "the object is compressed: say zstd in the COPY" },
        { "", Bad("BZh91AY&SY", "Invalid JSON: text outside of an object or array"), "the object is compressed: say bzip2 in the COPY" },
        { "gzip", Bad(Gzipped, "Invalid JSON: text outside of an object or array"), Usual },
        { "", Bad("[{\"id\":1}]", "Invalid JSONPath format: Member is not an object.", "id"), "an array is one record to COPY: load it into one SUPER column by json 'noshred' and unnest it in a model, or write its elements one a line, as jq -c '.[]' does" },
        { "", Bad("[1]", CopyMessages.TooLong), "an array is one record to COPY: write its elements one a line, as jq -c '.[]' does; MAXERROR allows no such record" },
        { "", Bad("{}", CopyMessages.TooLong), "write what the record holds as smaller records, one a line; MAXERROR allows no such record" },
        { "", Time("1709251200"), "say timeformat 'epochsecs' in the COPY" },
        { "", Time("1709251200000"), "say timeformat 'epochmillisecs' in the COPY" },
        { "", Time("2024-03-01T10:00:00Z"), "say timeformat 'auto' in the COPY" },
        { "timeformat 'auto'", Time("2024-03-01T10:00:00Z"), Usual },
        { "", Time("soon"), Usual },
        { "", Bad("{}", "String length exceeds DDL length", "name") with { Code = LoadErrorCode.OutOfRange, Type = "varchar", RawValue = "Zürich" }, "the value has 7 bytes: declare name longer, or say truncatecolumns in the COPY, which cuts it" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_hint_fits_the_record(string options, Reject reject, string expected) => Assert.Equal(expected, Failure(options, reject).Hint);

    [Theory]
    [InlineData("", "id,name", 1207, "int4", "id", "the object's first line names its columns: say ignoreheader 1 in the COPY")]
    [InlineData("ignoreheader 1", "id,name", 1207, "int4", "id", Usual)]
    [InlineData("", "7x,name", 1207, "int4", "7x", Usual)]
    [InlineData("", "1;a", 1214, "int4", "1;a", "the fields seem to be parted by ;: say delimiter ';' in the COPY")]
    [InlineData("", "1\ta", 1214, "int4", "1\ta", @"the fields seem to be parted by \t: say delimiter '\t' in the COPY")]
    [InlineData("", "1,a,b", 1202, "varchar", "a", Usual)]
    [InlineData("", "", 1211, "int4", "", "say ignoreblanklines in the COPY")]
    [InlineData("", "[1]", 1207, "int4", "[1]", Usual)]
    public void The_hint_fits_the_line_of_CSV(string options, string line, int code, string type, string value, string hint) => Assert.Equal(
        hint, CsvHint(options, Bad(line, "reason", "id") with { Code = (LoadErrorCode)code, Type = type, RawValue = value }));

    [Fact]
    public void Quotes_of_CSV_that_are_out_of_place_are_told()
    {
        Assert.StartsWith("a field that holds \" stands in quotes", CsvHint("", Bad("1,a\"b", "Invalid quote formatting for CSV", "v") with { Code = LoadErrorCode.DelimiterNotFound }), StringComparison.Ordinal);
        Assert.StartsWith("a quote may lack its end", CsvHint("", Bad("1,\"ab", CopyMessages.RowTooLong)), StringComparison.Ordinal);
    }

    [Fact]
    public void All_kinds_of_rejects_that_were_met_are_told()
    {
        var what = Failure("", Bad("{}", "one", "a"), Bad("{}", "two", "b") with { FirstLine = 2 }, Bad("{}", "two", "b") with { FirstLine = 3 }, Bad("{}", "three", "c") with { FirstLine = 4 }).What;
        Assert.EndsWith("s3://b/1:1, column a: one; and column b: two (2); column c: three (1)", what, StringComparison.Ordinal);
    }

    static string? CsvHint(string options, Reject reject) => FailureOf($"csv {options}", reject).Hint;

    static Starlift.Errors.Problem Failure(string options, params IReadOnlyList<Reject> rejects) => FailureOf($"json 'auto' {options}", rejects);

    static Starlift.Errors.Problem FailureOf(string options, params IReadOnlyList<Reject> rejects)
    {
        var result = new CopyResult { Failed = true, Objects = [], Rejects = rejects, RowsLoaded = 0 };
        return Assert.Single(LoadFailure.Of(SqlSamples.Parse<CopyStatement>($"copy t from 's3://b/' iam_role default {options}"), result).Problems);
    }

    static Reject Time(string value) => Bad("{}", "Invalid timestamp format or value [YYYY-MM-DD HH24:MI:SS]", "at") with { Code = LoadErrorCode.TimestampFormat, RawValue = value };

    static Reject Bad(string record, string reason, string column = "") => new()
    {
        Object = "s3://b/1", FirstLine = 1, LastLine = 1, ByteOffset = 0, Column = column, Type = "", Length = "", Position = 0, Code = LoadErrorCode.InvalidInput, Reason = reason, RawRecord = record, RawValue = "",
    };
}
