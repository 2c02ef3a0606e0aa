namespace Starlift.Bench;

/// <summary>What one whole process took, the processes that it waited for included.</summary>
/// <param name="Wall">Seconds from start to end.</param>
/// <param name="User">CPU seconds in user mode.</param>
/// <param name="System">CPU seconds in the kernel.</param>
/// <param name="PeakMegabytes">Highest resident memory, 10^6 bytes; never below that of the bench itself, from which it was forked.</param>
sealed record Usage(double Wall, double User, double System, double PeakMegabytes)
{
    public double Cpu => User + System;
}
