using Starlift.SqlTests.Tree;

namespace Starlift.SqlTests.Parsing;

/// <summary>The SQL files of this repository.</summary>
public sealed class RepositoryTests
{
    public static TheoryData<string> Files => [.. Repository.Files("pipelines", "*.sql").Concat(Repository.Files("test", "*.sql"))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_file_comes_back_as_it_was_written(string file)
    {
        // variables are filled in before a file is parsed
        var sql = Repository.Read(file).Replace("${", "v_", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);

        TreeAssert.ComesBack(sql);
    }
}
