using System.Text.RegularExpressions;

namespace Starlift.Tests.Architecture;

/// <summary>There is one way for text to a terminal.</summary>
public sealed partial class TerminalTextTests
{
    /// <summary>They write what Starlift itself says in several lines; CSV, which is data; and what was made harmless before.</summary>
    static readonly string[] Verbatim = ["App.cs", "CompletionCommand.cs", "CsvTable.cs", "Terminal.cs"];

    static IEnumerable<string> Sources => Repository.Files("src/Starlift.Cli", "*.cs");

    [Fact]
    public void Only_the_streams_know_the_console() =>
        Assert.DoesNotContain(Sources, file => !file.Contains("/Streams/", StringComparison.Ordinal) && Consoles().IsMatch(Repository.Read(file)));

    [Fact]
    public void Only_what_is_harmless_is_written_verbatim() =>
        Assert.Equal(Verbatim, Sources.Where(file => Repository.Read(file).Contains("Verbatim", StringComparison.Ordinal)).Select(Path.GetFileName).Order());

    [Fact]
    public void Whatever_is_drawn_is_visible_text() => Assert.Equal(
        ["VisibleText.cs"], Sources.Where(file => Drawn().IsMatch(Repository.Read(file))).Select(Path.GetFileName));

    [GeneratedRegex(@"(?<![\w.])(System\.)?Console\.")]
    private static partial Regex Consoles();

    [GeneratedRegex(@"new (Text|Markup|Paragraph|Segment|Rule|Panel|Tree)\(|Markup")]
    private static partial Regex Drawn();
}
