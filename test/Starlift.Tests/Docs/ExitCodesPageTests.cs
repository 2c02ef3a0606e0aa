using System.Text.RegularExpressions;
using Starlift.Errors;

namespace Starlift.Tests.Docs;

public sealed partial class ExitCodesPageTests
{
    [Fact]
    public void The_page_lists_the_exit_codes_that_there_are() => Assert.Equal(
        Enum.GetValues<ExitCode>().Select(code => $"{(int)code}: {code.Meaning()}"),
        Row().Matches(Repository.Read("docs/exit-codes.md")).Select(row => $"{row.Groups["code"].Value}: {row.Groups["meaning"].Value}"));

    [GeneratedRegex(@"^\| (?<code>\d+) \| (?<meaning>.+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
