using Starlift.Torture.Harms;
using Starlift.Torture.Wire;

namespace Starlift.Torture;

/// <summary>Chooses each moment's work and harm: by the seed and the moment's number alone, so that it can be replayed.</summary>
/// <param name="seed">Any number.</param>
/// <param name="usual">What each work does where nothing disturbs it.</param>
/// <param name="canMount">Whether disks can be made.</param>
sealed class Dealer(int seed, IReadOnlyDictionary<Work, Usual> usual, bool canMount)
{
    const long Page = 4 << 10;
    const long Block = 256 << 10;

    static readonly Func<Dealer, Random, (Work, Harm)>[] DuckDb =
    [
        (dealer, random) => Strike(random, Work.All, AnytimeOf, Blow.Kill),
        (dealer, random) => Strike(random, Work.Runs, dealer.AtStepOf, Blow.Kill),
        (dealer, random) => Strike(random, Work.All, AtWriteOf, Blow.Kill),
        (dealer, random) => dealer.FullDiskOf(random, ofDatabase: true),
        (dealer, random) => Strike(random, Work.Runs, AtCommitWriteOf, SignalsOf(random)),
        (dealer, random) => (Pick(random, Work.All), new Copies(40)),
        (dealer, random) => Strike(random, Work.Runs, AtCommitWriteOf, Blow.Kill),
        (dealer, random) => Strike(random, Work.All, AnytimeOf, SignalsOf(random)),
        (dealer, random) => Strike(random, Work.Runs, dealer.AtStepOf, SignalsOf(random)),
        (dealer, random) => dealer.FullDiskOf(random, ofDatabase: false),
    ];

    static readonly Func<Dealer, Random, (Work, Harm)>[] Postgres =
    [
        (dealer, random) => Strike(random, Work.All, AnytimeOf, Blow.Kill),
        (dealer, random) => dealer.AtCommitOf(random, CommitDeed.Drop),
        (dealer, random) => Strike(random, Work.Runs, dealer.AtStepOf, Blow.Kill),
        (dealer, random) => dealer.AtCommitOf(random, CommitDeed.Strike, SignalsOf(random)),
        (dealer, random) => dealer.ServerKilledOf(random),
        (dealer, random) => dealer.AtCommitOf(random, CommitDeed.Strike, Blow.Kill),
        (dealer, random) => dealer.ConnectionCutOf(random),
        (dealer, random) => dealer.AtCommitOf(random, Pick(random, [CommitDeed.DropHalf, CommitDeed.DropLate])),
        (dealer, random) => dealer.AtCommitOf(random, Pick(random, [CommitDeed.KillServer, CommitDeed.KillSession])),
        (dealer, random) => Strike(random, Work.All, AnytimeOf, SignalsOf(random)),
        (dealer, random) => dealer.FullDiskOf(random, ofDatabase: false),
        (dealer, random) => dealer.AtCommitOf(random, CommitDeed.Hold),
    ];

    /// <param name="target">On which.</param>
    /// <param name="number">Of the moment, from 1.</param>
    /// <returns>And whether Starlift is to log and to tell its outcome as JSON.</returns>
    public (Work Work, Harm Harm, bool JsonLog, bool JsonOutput) Deal(Target target, int number)
    {
        var random = new Random(Mixed(seed, number, (int)target));
        var harms = target == Target.DuckDb ? DuckDb : Postgres;
        var (work, harm) = harms[(number - 1) % harms.Length](this, random);
        return (work, harm, harm.WaitsForSteps || random.Next(3) == 0, random.Next(3) == 0);
    }

    static (Work, Harm) Strike(Random random, IReadOnlyList<Work> works, Func<Random, Work, When> when, Blow blow)
    {
        var work = Pick(random, works);
        return (work, new Strike(when(random, work), blow));
    }

    static When AnytimeOf(Random random, Work work) => new Anytime(random.NextDouble() * 1.05);

    When AtStepOf(Random random, Work work) => new AtStep(Pick(random, usual[work].Steps), ShortPause(random));

    static When AtWriteOf(Random random, Work work) => new AtWrite(random.NextDouble(), null, ShortPause(random));

    // What is sent by the time that the engine writes may come too late.
    static When AtCommitWriteOf(Random random, Work work) => random.Next(2) == 0
        ? new AtStep(Step.Checked, TimeSpan.FromMilliseconds(random.Next(12)))
        : new AtWrite(random.NextDouble(), Step.Checked, ShortPause(random));

    (Work, Harm) FullDiskOf(Random random, bool ofDatabase)
    {
        if (!canMount)
        {
            return Strike(random, Work.All, AnytimeOf, Blow.Kill);
        }

        var work = Pick(random, Work.Commits);
        var start = Work.All.Where(other => other.End == work.Start).Select(other => usual[other].Size).FirstOrDefault();
        return (work, new FullDisk(ofDatabase, ofDatabase
            ? start + (4 * Page) + (long)(random.NextDouble() * (Math.Max(0, usual[work].Size - start) + (2 * Block)))
            : (1 + random.Next(3)) * Page));
    }

    (Work, Harm) AtCommitOf(Random random, CommitDeed deed, Blow? blow = null)
    {
        var work = Pick(random, Work.Commits);
        var stage = deed == CommitDeed.DropLate ? CommitStage.Seen : Pick(random, [CommitStage.Seen, CommitStage.Sent, CommitStage.Answered]);
        // Seldom to the end: Starlift then asks for a minute what became of the transaction.
        TimeSpan? refusal = random.Next(20) switch { 0 when deed == CommitDeed.Drop => null, < 8 => TimeSpan.Zero, _ => TimeSpan.FromMilliseconds(random.Next(600)) };
        return (work, new AtCommit(
            1 + random.Next(Math.Max(1, usual[work].Commits)), stage, deed, blow, HoldOf(random), refusal));
    }

    (Work, Harm) ServerKilledOf(Random random)
    {
        var work = Pick(random, Work.All);
        return (work, new ServerKilled(WhenOf(random, work), random.Next(3) > 0, random.Next(2) == 0));
    }

    (Work, Harm) ConnectionCutOf(Random random)
    {
        var work = Pick(random, Work.All);
        return (work, new ConnectionCut(WhenOf(random, work), random.Next(2) == 0));
    }

    When WhenOf(Random random, Work work) => usual[work].Steps.Count > 0 && random.Next(2) == 0 ? AtStepOf(random, work) : AnytimeOf(random, work);

    static Blow SignalsOf(Random random)
    {
        var first = Pick(random, [Native.Interrupt, Native.Terminate]);
        return random.Next(3) == 0
            ? new Blow(first, Pick(random, [Native.Interrupt, Native.Terminate]), ShortPause(random))
            : new Blow(first, null, TimeSpan.Zero);
    }

    // Mostly none: what a step begins is then under way.
    static TimeSpan ShortPause(Random random) => TimeSpan.FromMilliseconds(random.Next(3) switch { 0 => 0, 1 => random.Next(4), _ => random.Next(30) });

    // The driver waits two seconds for the answer to a statement that it has cancelled.
    static TimeSpan HoldOf(Random random) => TimeSpan.FromMilliseconds(random.Next(6) switch { 0 or 1 or 2 => random.Next(30), 3 or 4 => random.Next(600), _ => 2_000 + random.Next(800) });

    // Seeds that are near each other would give choices that are.
    static int Mixed(params ReadOnlySpan<int> numbers)
    {
        var mixed = 0ul;
        foreach (var number in numbers)
        {
            mixed = unchecked((mixed ^ (ulong)number) * 0x9E3779B97F4A7C15);
            mixed ^= mixed >> 29;
        }

        return (int)(mixed >> 33);
    }

    static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
