using Spectre.Console;
using Spectre.Console.Rendering;

namespace Starlift.Cli.Terminals;

/// <summary>What a task is doing, in a column of fixed width: long text goes on below itself, and squeezes neither bar nor time.</summary>
sealed class TaskTextColumn(int width) : ProgressColumn
{
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => VisibleText.Part(task.Description);

    public override int? GetColumnWidth(RenderOptions options) => width;
}
