namespace Starlift.Cli.Generating;

/// <summary>How many events a session has: mostly a few, sometimes a whole evening's.</summary>
static class SessionLengths
{
    static readonly int[] Free = [1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 7, 10, 15, 26];
    static readonly int[] Paid = [1, 1, 1, 1, 2, 3, 4, 6, 8, 10, 13, 17, 22, 29, 40, 58, 110];

    public static int Draw(bool pays, ref RandomNumbers random)
    {
        var quantiles = pays ? Paid : Free;
        var step = random.Below(quantiles.Length - 1);
        return quantiles[step] + random.Below(quantiles[step + 1] - quantiles[step] + 1);
    }
}
