namespace Starlift.Torture;

/// <summary>What the moments brought to light, as tables.</summary>
static class Tally
{
    static readonly (Fault Fault, string Name)[] Columns =
    [
        (Fault.Lost, "lost"), (Fault.Doubled, "doubled"), (Fault.Unopenable, "unopenable"), (Fault.Untrue, "untrue"), (Fault.Crashed, "crashed"), (Fault.Stuck, "stuck"),
        (Fault.LeftOver, "left over"),
    ];

    public static void Write(TextWriter output, IReadOnlyList<MomentReport> moments)
    {
        var width = moments.Select(moment => NameOf(moment).Length).DefaultIfEmpty().Max();
        output.WriteLine($"{"".PadRight(width)}  moments  {string.Join("  ", Columns.Select(column => column.Name))}");
        foreach (var group in moments.GroupBy(NameOf).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            WriteLine(output, group.Key.PadRight(width), [.. group]);
        }

        foreach (var target in moments.GroupBy(moment => moment.Target))
        {
            WriteLine(output, $"all of {NameOf(target.Key)}".PadRight(width), [.. target]);
        }
    }

    public static string NameOf(Target target) => target.ToString().ToLowerInvariant();

    static string NameOf(MomentReport moment) => $"{NameOf(moment.Target)}: {moment.Kind}";

    // A moment counts once in a column, however much it brought to light.
    static void WriteLine(TextWriter output, string name, IReadOnlyList<MomentReport> moments) => output.WriteLine(
        $"{name}  {moments.Count,7}  {string.Join("  ", Columns.Select(column => $"{moments.Count(moment => moment.Findings.Any(finding => finding.Fault == column.Fault))}".PadLeft(column.Name.Length)))}");
}
