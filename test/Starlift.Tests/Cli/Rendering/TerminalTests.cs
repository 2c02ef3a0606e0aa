using Starlift.Errors;

namespace Starlift.Tests.Cli.Rendering;

public sealed class TerminalTests
{
    [Theory]
    [InlineData("y\n", true)]
    [InlineData("yes\n", true)]
    [InlineData("n\n", false)]
    [InlineData("\n", false)]
    [InlineData("", false)]
    public void On_a_terminal_a_person_is_asked(string answer, bool expected)
    {
        using var terminal = new ScratchTerminal(answer, isTerminal: true);
        Assert.Equal(expected, terminal.Terminal.Confirm("this drops 7 tables", yes: false));
        Assert.Equal("this drops 7 tables. Go on? [y/N] ", terminal.Error);
    }

    [Fact]
    public void Without_a_terminal_only_the_flag_says_yes()
    {
        using var terminal = new ScratchTerminal("y\n");
        Assert.True(terminal.Terminal.Confirm("this drops 7 tables", yes: true));
        var error = Assert.Throws<ConfigurationException>(() => terminal.Terminal.Confirm("this drops 7 tables", yes: false));
        Assert.Equal("add -y", error.Hint);
    }
}
