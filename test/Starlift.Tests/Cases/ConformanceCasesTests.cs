using Starlift.Cases;

namespace Starlift.Tests.Cases;

public sealed class ConformanceCasesTests
{
    static string Folder => Path.Combine(Repository.Root, "test/conformance");

    [Fact]
    public void The_command_brings_along_every_case_as_it_is() => Assert.Equal(
        ConformanceCases.Below(Folder).Select(one => $"{one.Name} {one.Digest} {one.Objects.Count}").Order(StringComparer.Ordinal),
        ConformanceCases.Embedded().Select(one => $"{one.Name} {one.Digest} {one.Objects.Count}"));

    [Fact]
    public void The_command_brings_along_every_SQL_check_as_it_is()
    {
        var brought = ConformanceCases.EmbeddedSql();
        Assert.NotEmpty(brought);
        Assert.Equal(ConformanceCases.SqlBelow(Folder).Select(check => $"{check.Name} {check.Sql}"), brought.Select(check => $"{check.Name} {check.Sql}"));
    }

    [Fact]
    public void Names_of_checks_are_different()
    {
        var names = ConformanceCases.EmbeddedSql().Select(check => check.Name).ToList();
        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public void An_object_that_is_described_is_made_of_its_parts()
    {
        var testCase = ConformanceCases.Embedded().Single(one => one.Name == "record-of-exactly-4-mb");
        var made = Assert.Single(testCase.Objects);
        Assert.Equal("s3://harbour/boats.json", made.Uri);
        Assert.Equal(4 * 1024 * 1024, Array.IndexOf(made.Content(), (byte)'\n'));
    }
}
