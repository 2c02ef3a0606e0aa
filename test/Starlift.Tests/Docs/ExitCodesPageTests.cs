using Starlift.Errors;

namespace Starlift.Tests.Docs;

public sealed class ExitCodesPageTests
{
    [Fact]
    public void The_page_lists_the_exit_codes_that_there_are() => GeneratedPage.Match(
        "docs/exit-codes.md",
        "exit codes",
        GeneratedPage.Table(["code", "meaning"], Enum.GetValues<ExitCode>().Select(code => (IReadOnlyList<string>)[$"{(int)code}", code.Meaning()])));
}
