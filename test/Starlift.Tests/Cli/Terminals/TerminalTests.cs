using Starlift.Errors;

namespace Starlift.Tests.Cli.Terminals;

public sealed class TerminalTests
{
    [Theory]
    [InlineData("y\n", true)]
    [InlineData("yes\n", true)]
    [InlineData("n\n", false)]
    [InlineData("\n", false)]
    [InlineData("", false)]
    public async Task On_a_terminal_a_person_is_asked(string answer, bool expected)
    {
        using var terminal = new ScratchTerminal(answer, isTerminal: true);
        Assert.Equal(expected, await terminal.Terminal.ConfirmAsync("this drops 7 tables", yes: false, TestContext.Current.CancellationToken));
        Assert.Equal("this drops 7 tables. Go on? [y/N] ", terminal.Error);
    }

    [Fact]
    public async Task Without_a_terminal_only_the_flag_says_yes()
    {
        using var terminal = new ScratchTerminal("y\n");
        var cancel = TestContext.Current.CancellationToken;
        Assert.True(await terminal.Terminal.ConfirmAsync("this drops 7 tables", yes: true, cancel));
        var error = await Assert.ThrowsAsync<ConfigurationException>(() => terminal.Terminal.ConfirmAsync("this drops 7 tables", yes: false, cancel));
        Assert.Equal("add -y", error.Hint);
    }
}
