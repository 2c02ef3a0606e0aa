namespace Starlift.Tests.Projects;

public sealed class LoadHeaderTests : IDisposable
{
    readonly Starlift.Tests.Inference.ScratchProject _project = new();

    [Theory]
    [InlineData("-- keys: day", "copy t (id) from", "'keys' of a load names no column in braces, as day={day}/ does")]
    [InlineData("-- keys: day={day", "copy t (id) from", "'keys' of a load names no column in braces, as day={day}/ does")]
    [InlineData("-- keys: {day}/{day}", "copy t (id) from", "'keys' of a load names day twice")]
    [InlineData("-- keys: {day}\n-- keys: {day}", "copy t (id) from", "the file's header has 'keys' twice")]
    [InlineData("-- keys: day={day}/", "copy t from", "a COPY whose load takes columns from keys lists its columns, without day")]
    [InlineData("-- keys: day={day}/", "copy t (id, day) from", "'keys' of a load names columns of its table that the COPY leaves out, and day is in its list")]
    [InlineData("-- keys: day={dya}/", "copy t (id) from", "and dya is no column of t")]
    [InlineData("-- keys: day={must}/", "copy t (id) from", "and must is NOT NULL, which Redshift holds the COPY to before the keys are known")]
    [InlineData("-- keys: day={usual}/", "copy t (id) from", "and usual has a DEFAULT")]
    [InlineData("-- keys: day={doc}/", "copy t (id) from", "and doc is of type super")]
    public async Task A_header_that_can_t_be_followed_is_refused_with_its_place(string header, string copy, string expected)
    {
        _project.Put("starlift.yaml", "name: t\ntargets: { local: { type: duckdb, path: x.duckdb } }\n")
            .Put("tables/t.sql", "create table t (id int, day date, must int not null, usual int default 1, doc super)")
            .Put("loads/t.sql", $"{header}\n{copy} './data/' json 'auto'");
        var (code, _, error) = await _project.RunAsync("plan");
        Assert.Equal(Starlift.Errors.ExitCode.Usage, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Contains("loads/t.sql:", error, StringComparison.Ordinal);
    }

    public void Dispose() => _project.Dispose();
}
