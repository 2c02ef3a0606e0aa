using System.Collections.Concurrent;
using Starlift.Torture.Harms;

namespace Starlift.Torture;

/// <summary>All moments on one target, as many side by side as there are processors.</summary>
/// <param name="options">How many, and by which seed.</param>
/// <param name="output">Is told of what comes to light at once.</param>
/// <param name="folder">For everything.</param>
sealed class Session(TortureOptions options, TextWriter output, string folder)
{
    const int Leg = 50;

    /// <param name="target">Where.</param>
    /// <param name="stop">Takes on no further moment; those at hand are finished.</param>
    /// <returns>None where the target is not on this machine.</returns>
    public async Task<IReadOnlyList<MomentReport>> RunAsync(Target target, CancellationToken stop)
    {
        var own = Path.Combine(folder, Tally.NameOf(target));
        Directory.CreateDirectory(own);
        var sites = new List<Site>();
        try
        {
            var first = await SiteOfAsync(target, own);
            if (first is null)
            {
                return [];
            }

            sites.Add(first);
            var undisturbed = await Undisturbed.ObserveAsync(options.Binary, first, own, folder);
            var canMount = await FullDisk.IsPossibleAsync(own);
            if (!canMount)
            {
                await output.WriteLineAsync("full disks are skipped: they can only be made as root, by mounting");
            }

            var moment = new Moment(options, target, undisturbed, new Dealer(options.Seed, undisturbed.Usual, canMount), own, folder);
            var numbers = new ConcurrentQueue<int>(options.Moment is { } only ? [only] : Enumerable.Range(1, options.Moments));
            while (!stop.IsCancellationRequested && sites.Count < Math.Min(Environment.ProcessorCount, numbers.Count))
            {
                sites.Add(await AnotherAsync(first, Path.Combine(own, $"site-{sites.Count + 1}")));
            }

            var reports = await Task.WhenAll(sites.Select(site => WorkAsync(moment, site, numbers, stop)));
            return [.. reports.SelectMany(report => report).OrderBy(report => report.Number)];
        }
        finally
        {
            foreach (var site in sites)
            {
                await site.DisposeAsync();
            }
        }
    }

    async Task<List<MomentReport>> WorkAsync(Moment moment, Site site, ConcurrentQueue<int> numbers, CancellationToken stop)
    {
        var reports = new List<MomentReport>();
        while (!stop.IsCancellationRequested && numbers.TryDequeue(out var number))
        {
            var report = await moment.RunAsync(site, number);
            reports.Add(report);
            if (report.Findings.Count > 0)
            {
                await output.WriteLineAsync(Told(report));
            }

            if (number % Leg == 0)
            {
                await output.WriteLineAsync($"{Tally.NameOf(report.Target)}: {number} moments");
            }
        }

        return reports;
    }

    string Told(MomentReport report)
    {
        var findings = string.Concat(report.Findings.Select(finding => $"\n  {finding.Fault}: {finding.What}"));
        return $"{Tally.NameOf(report.Target)} {report.Number}, {report.Words}{findings}\n  again: ./build torture --target {Tally.NameOf(report.Target)} --seed {options.Seed} --moment {report.Number}; kept: {report.Folder}";
    }

    async Task<Site?> SiteOfAsync(Target target, string own)
    {
        if (target == Target.DuckDb)
        {
            return new DuckDbSite(Path.Combine(own, "kept"));
        }

        if (PostgresServer.FindPrograms() is { } programs)
        {
            return new PostgresSite(await PostgresServer.MakeAsync(programs, Path.Combine(own, "site-1")));
        }

        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            throw new InvalidOperationException("there is no PostgreSQL on this machine; where CI=true there has to be one");
        }

        await output.WriteLineAsync("postgres is skipped: there is none on this machine");
        return null;
    }

    static async Task<Site> AnotherAsync(Site site, string folder) => site is PostgresSite postgres ? new PostgresSite(await postgres.Server.CloneAsync(folder)) : site;
}
