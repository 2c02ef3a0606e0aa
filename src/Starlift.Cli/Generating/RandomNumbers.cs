namespace Starlift.Cli.Generating;

/// <summary>
/// SplitMix64: a stream of random numbers that is the same everywhere and for ever, which System.Random does not promise.
/// Only integers are drawn, since floating-point functions differ between platforms. A mutable struct: pass it by reference.
/// </summary>
struct RandomNumbers
{
    const ulong Step = 0x9E3779B97F4A7C15;

    ulong _state;

    public RandomNumbers(ulong seed) => _state = seed;

    /// <summary>A number that depends on all bits of both and looks unrelated to them.</summary>
    public static ulong Mix(ulong seed, ulong number) => Scramble(Scramble(seed + Step) ^ (number * Step));

    public ulong Next()
    {
        _state += Step;
        return Scramble(_state);
    }

    /// <summary>0 to <paramref name="bound"/> - 1; <paramref name="bound"/> is positive.</summary>
    public long Below(long bound) => (long)Math.BigMul(Next(), (ulong)bound, out _);

    /// <inheritdoc cref="Below(long)"/>
    public int Below(int bound) => (int)Below((long)bound);

    /// <summary>True so many times in ten thousand.</summary>
    public bool Chance(int inTenThousand) => Below(10_000) < inTenThousand;

    static ulong Scramble(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
