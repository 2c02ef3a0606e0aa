using Starlift.Sql;

namespace Starlift.Tests.Sql;

public sealed class CopyParserTests
{
    const string Role = "iam_role 'arn:aws:iam::0123456789012:role/r'";

    [Fact]
    public void A_copy_is_read_whole()
    {
        var copy = SqlSamples.Parse<CopyStatement>("""
            COPY Staging.Events (a, "B")
            FROM 's3://bucket/log_data'
            MAXERROR AS 10 region AS 'us-west-2' GZIP
            IAM_ROLE default
            TIMEFORMAT 'epochmillisecs' DATEFORMAT AS 'auto' ENCODING UTF16LE
            ACCEPTINVCHARS AS '^' ACCEPTANYDATE BLANKSASNULL EMPTYASNULL TRIMBLANKS TRUNCATECOLUMNS ROUNDEC EXPLICIT_IDS
            IGNOREHEADER 2 NOLOAD MANIFEST COMPUPDATE OFF STATUPDATE COMPROWS 1000
            FORMAT AS JSON 's3://bucket/paths.json'
            """);

        Assert.Equal(new TableName("staging", "events"), copy.Table);
        Assert.Equal(["a", "b"], copy.Columns!);
        Assert.Equal(("s3://bucket/log_data", 34), (copy.From, copy.FromIndex));
        Assert.Equal((JsonFormat.Paths, "s3://bucket/paths.json"), (copy.Json, copy.JsonPaths));
        Assert.Equal((10, "us-west-2", Compression.Gzip), (copy.MaxError, copy.Region, copy.Compression));
        Assert.Equal(("epochmillisecs", "auto", SourceEncoding.Utf16LittleEndian), (copy.TimeFormat, copy.DateFormat, copy.Encoding));
        Assert.Equal(('^', 2, CopyAuthorization.DefaultRole), (copy.AcceptInvalidChars, copy.IgnoreHeader, copy.Authorization));
        Assert.True(copy.AcceptAnyDate && copy.BlanksAsNull && copy.EmptyAsNull && copy.TrimBlanks && copy.TruncateColumns);
        Assert.True(copy.RoundDecimals && copy.ExplicitIds && copy.NoLoad && copy.Manifest);
    }

    [Fact]
    public void A_copy_that_states_little_has_the_defaults()
    {
        var copy = SqlSamples.Parse<CopyStatement>($"copy t from 'data/log' {Role} json");

        Assert.Null(copy.Columns);
        Assert.Equal((JsonFormat.Auto, null, 0), (copy.Json, copy.JsonPaths, copy.MaxError));
        Assert.Equal((Compression.None, SourceEncoding.Utf8, null), (copy.Compression, copy.Encoding, copy.AcceptInvalidChars));
        Assert.Null(copy.TimeFormat);
        Assert.Null(copy.Region);
        Assert.False(copy.Manifest);
    }

    [Theory]
    [InlineData("json 'auto'", JsonFormat.Auto)]
    [InlineData("JSON AS 'auto'", JsonFormat.Auto)]
    [InlineData("as json", JsonFormat.Auto)]
    [InlineData("format json 'auto ignorecase'", JsonFormat.AutoIgnoreCase)]
    [InlineData("Format As Json 'noshred'", JsonFormat.NoShred)]
    [InlineData("format as json as 'auto' acceptinvchars", JsonFormat.Auto)]
    [InlineData("json 'paths.json'", JsonFormat.Paths)]
    public void The_words_around_JSON_are_noise(string clause, JsonFormat format) =>
        Assert.Equal(format, SqlSamples.Parse<CopyStatement>($"copy t from 's3://b/k' {clause} {Role}").Json);

    [Theory]
    [InlineData("gzip", Compression.Gzip)]
    [InlineData("bzip2", Compression.Bzip2)]
    [InlineData("ZSTD", Compression.Zstd)]
    [InlineData("lzop", Compression.Lzop)]
    public void Compression_is_a_word(string word, Compression compression) =>
        Assert.Equal(compression, SqlSamples.Parse<CopyStatement>($"copy t from 's3://b/k' {word} json").Compression);

    [Theory]
    [InlineData("", CopyAuthorization.None)]
    [InlineData("iam_role default", CopyAuthorization.DefaultRole)]
    [InlineData(Role, CopyAuthorization.Role)]
    [InlineData("access_key_id 'a' secret_access_key 'b'", CopyAuthorization.Keys)]
    [InlineData("secret_access_key 'b' gzip access_key_id 'a' session_token 'c'", CopyAuthorization.Keys)]
    [InlineData("credentials 'aws_iam_role=arn:aws:iam::0123456789012:role/r'", CopyAuthorization.Role)]
    [InlineData("with credentials as 'aws_access_key_id=a;aws_secret_access_key=b;token=c'", CopyAuthorization.Keys)]
    public void All_forms_of_authorization_are_read(string clause, CopyAuthorization authorization) =>
        Assert.Equal(authorization, SqlSamples.Parse<CopyStatement>($"copy t from 's3://b/k' {clause} json").Authorization);

    [Theory]
    [InlineData("iam_role default access_key_id 'SECRET' secret_access_key 'SECRET'")]
    [InlineData("iam_role default credentials 'aws_iam_role=SECRET'")]
    [InlineData("access_key_id 'SECRET'")]
    [InlineData("secret_access_key 'SECRET'")]
    [InlineData("session_token 'SECRET'")]
    [InlineData("access_key_id 'SECRET' 'SECRET' secret_access_key 'SECRET'")]
    [InlineData("access_key_id 'SECRET' access_key_id 'SECRET'")]
    [InlineData("credentials 'SECRET'")]
    [InlineData("credentials 'aws_access_key_id=SECRET; aws_secret_access_key=SECRET'")]
    [InlineData("credentials 'aws_access_key_id=SECRET'")]
    [InlineData("iam_role 'a' iam_role default")]
    [InlineData("iam_role ''")]
    public void Wrong_authorization_is_refused_and_never_shown(string clause)
    {
        var problem = SqlSamples.Problem($"copy t from 's3://b/k' {clause} json");

        Assert.DoesNotContain("SECRET'", $"{problem} {problem.Hint}", StringComparison.Ordinal);
        Assert.DoesNotContain("=SECRET", $"{problem} {problem.Hint}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("format as csv")]
    [InlineData("delimiter '|'")]
    [InlineData("escape")]
    [InlineData("fillrecord")]
    [InlineData("fixedwidth 'a:1'")]
    [InlineData("ignoreblanklines")]
    [InlineData("null as '\\N'")]
    [InlineData("readratio 50")]
    [InlineData("removequotes")]
    [InlineData("format parquet")]
    [InlineData("avro 'auto'")]
    [InlineData("encrypted")]
    [InlineData("using template x")]
    public void Options_that_JSON_cannot_have_are_refused_with_a_way_out(string option)
    {
        var problem = SqlSamples.Problem($"copy t from 's3://b/k' {Role} json 'auto' {option}");

        Assert.StartsWith("COPY can't have ", problem.What, StringComparison.Ordinal);
        Assert.NotNull(problem.Hint);
    }

    [Theory]
    [InlineData("copy t from 's3://b/k'", "1:1: the COPY into t states neither JSON nor CSV, so that Redshift would read lines parted by a delimiter, without quotes",
        "add FORMAT AS JSON 'auto', or CSV")]
    [InlineData("copy t from json", "1:13: expected what to load (s3://bucket/prefix, or a path) in single quotes but found 'json'", null)]
    [InlineData("copy t form 's3://b/k' json", "1:8: expected FROM but found 'form'", "did you mean 'from'?")]
    [InlineData("copy t from '' json", "1:13: FROM names nothing", "write 's3://bucket/prefix', or a path")]
    [InlineData("copy t from 'emr://b/k' json", "1:13: FROM names a emr address", "Starlift loads from s3://bucket/prefix, or from a path")]
    [InlineData("copy t from 'x' json maxerror 100001", "1:31: MAXERROR is 100001, but must be a whole number from 0 to 100000", null)]
    [InlineData("copy t from 'x' json maxerror -1", "1:31: MAXERROR is -1, but must be a whole number from 0 to 100000", null)]
    [InlineData("copy t from 'x' json ignoreallerrors maxerror 0", "1:38: MAXERROR doesn't go with IGNOREALLERRORS", "keep one of them")]
    [InlineData("copy t from 'x' json gzip gzip", "1:27: the COPY states GZIP twice", "keep one of them")]
    [InlineData("copy t from 'x' json gzip zstd", "1:27: the COPY states GZIP and ZSTD", "all objects of a COPY have one compression")]
    [InlineData("copy t from 'x' json 'auto' truncatecolumn",
        "1:29: expected an option of COPY but found 'truncatecolumn'", "did you mean 'truncatecolumns'?")]
    [InlineData("copy t from 'x' json 'AUTO'", "1:22: 'AUTO' is no argument of JSON", "did you mean 'auto'?")]
    [InlineData("copy t from 'x' json 'auto ignore case'", "1:22: 'auto ignore case' is no argument of JSON", "did you mean 'auto ignorecase'?")]
    [InlineData("copy t from 'x' json acceptinvchars 'ab'",
        "1:37: the replacement of ACCEPTINVCHARS is not one ASCII character", "write ACCEPTINVCHARS AS '?'")]
    [InlineData("copy t from 'x' json encoding latin1",
        "1:31: ENCODING names no encoding of Redshift's", "write UTF8, UTF16, UTF16LE, UTF16BE or ISO88591")]
    [InlineData("copy t (a, A) from 'x' json", "1:8: the column list names a twice", "name each column once")]
    [InlineData("copy t from 'x' json ignoreheader", "1:34: expected IGNOREHEADER but found the end of the statement", null)]
    public void What_Redshift_refuses_is_refused_with_place_and_way_out(string sql, string message, string? hint)
    {
        var problem = SqlSamples.Problem(sql);

        Assert.Equal(($"a.sql:{message}", hint), (problem.ToString(), problem.Hint));
    }
}
