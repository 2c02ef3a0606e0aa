using System.Globalization;

namespace Starlift.Tests.Copying;

/// <summary>How long the random tests of COPY run: about three seconds, or as many as STARLIFT_FUZZ_SECONDS says.</summary>
static class Fuzzing
{
    const double UsualSeconds = 3;

    public static double Seconds { get; } =
        double.TryParse(Environment.GetEnvironmentVariable("STARLIFT_FUZZ_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : UsualSeconds;

    /// <param name="usual">How often a test is repeated in the usual time.</param>
    public static long Repeats(int usual) => Math.Max(1, (long)(usual * Seconds / UsualSeconds));
}
