using System.Text;
using Starlift.Torture.Harms;

namespace Starlift.Torture;

/// <summary>One moment: a work, a harm, and then the next run.</summary>
/// <param name="options">The binary, and what to keep.</param>
/// <param name="target">On which.</param>
/// <param name="undisturbed">What is usual there.</param>
/// <param name="dealer">Chooses.</param>
/// <param name="folder">Where moments have their folders.</param>
/// <param name="data">The folder of the folders that stand for S3.</param>
sealed class Moment(TortureOptions options, Target target, Undisturbed undisturbed, Dealer dealer, string folder, string data)
{
    /// <param name="site">Nothing else happens on it meanwhile.</param>
    /// <param name="number">From 1.</param>
    public async Task<MomentReport> RunAsync(Site site, int number)
    {
        var (work, harm, jsonLog, jsonOutput) = dealer.Deal(target, number);
        var path = Path.Combine(folder, $"moment-{number}");
        var place = new MomentFolder(path, site.Keys(path));
        var account = new StringBuilder();
        var findings = new List<Finding>();
        var words = $"{work.Name}: {harm.Words}";
        await harm.PrepareAsync(place);
        try
        {
            await site.PutAsync(place, work.Start);
            var scene = new Scene(options.Binary, site, place, work, undisturbed.Usual[work], data, jsonLog, jsonOutput);
            var harmed = await harm.DoAsync(scene);
            account.AppendLine(harmed.End.Text);
            findings.AddRange(await JudgeAsync(site, place, work, harmed));
            findings.AddRange(await JudgeCopiesAsync(place, work, harmed, number));
            findings.AddRange(await GoOnAsync(site, place, work, account));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Of this harness, or of a server that does not come back.
            findings.Add(new Finding(Fault.Stuck, $"the moment could not be brought to its end: {e.Message}"));
            account.AppendLine(e.ToString());
        }

        await harm.CleanUpAsync(place);
        await site.DropAsync(place, keepsFiles: findings.Count > 0);
        if (findings.Count == 0)
        {
            Directory.Delete(path, recursive: true);
            return new MomentReport(target, number, harm.Kind, words, findings, null);
        }

        await File.WriteAllTextAsync(
            Path.Combine(path, "account.txt"), $"{words}\n{string.Join('\n', findings.Select(finding => $"{finding.Fault}: {finding.What}"))}\n\n{account}");
        return new MomentReport(target, number, harm.Kind, words, findings, path);
    }

    async Task<IReadOnlyList<Finding>> JudgeAsync(Site site, MomentFolder place, Work work, Harmed harmed)
    {
        try
        {
            await using var look = await site.LookAsync(place);
            var findings = Judge.OfHarm(work, undisturbed, harmed, await Content.ReadAsync(look)).ToList();
            if (work == Work.Report && File.Exists(place.Report) && !(await File.ReadAllTextAsync(place.Report)).TrimEnd().EndsWith("</html>", StringComparison.Ordinal))
            {
                findings.Add(new Finding(Fault.Lost, "the report is half of one"));
            }

            return findings;
        }
        catch (UnopenableException e)
        {
            return [new Finding(Fault.Unopenable, e.Message)];
        }
    }

    /// <summary>Looks into all copies, and puts one of them in the database's place.</summary>
    async Task<IReadOnlyList<Finding>> JudgeCopiesAsync(MomentFolder place, Work work, Harmed harmed, int number)
    {
        var findings = new List<Finding>();
        var contents = new List<Content>();
        foreach (var copy in harmed.Copies)
        {
            try
            {
                await using var look = await DuckDbSite.LookAsync(copy, Path.Combine(place.Path, "look"));
                contents.Add(await Content.ReadAsync(look));
            }
            catch (UnopenableException e)
            {
                findings.Add(new Finding(Fault.Unopenable, $"{copy}: {e.Message}"));
            }
        }

        findings.AddRange(Judge.OfCopies(work, undisturbed, contents));
        if (harmed.Copies.Count > 0)
        {
            Directory.Delete(place.Database, recursive: true);
            Folders.Copy(Path.GetDirectoryName(harmed.Copies[number % harmed.Copies.Count])!, place.Database);
        }

        return findings;
    }

    async Task<IReadOnlyList<Finding>> GoOnAsync(Site site, MomentFolder place, Work work, StringBuilder account)
    {
        IReadOnlyList<string> objects = ["-p", place.Project, "--s3-root", Path.Combine(data, work.Data)];
        var next = await RunningStarlift.RunAsync(options.Binary, place, ["run", .. objects, "--wait", "60s"]);
        account.AppendLine(next.Text);
        var findings = new List<Finding>();
        try
        {
            await using var look = await site.LookAsync(place);
            findings.AddRange(Judge.OfNext(undisturbed.States[work.Next], next, await Content.ReadAsync(look)));
            findings.AddRange(next.ExitCode == 0 ? await History.CheckAsync(look) : []);
        }
        catch (UnopenableException e)
        {
            findings.Add(new Finding(Fault.Unopenable, $"after the next run: {e.Message}"));
        }

        if (next.ExitCode != 0)
        {
            return findings;
        }

        var reconcile = await RunningStarlift.RunAsync(options.Binary, place, ["reconcile", .. objects]);
        account.AppendLine(reconcile.Text);
        if (reconcile.ExitCode != 0)
        {
            findings.Add(new Finding(Fault.Lost, $"reconcile ends with {reconcile.ExitCode}: {reconcile.Error}"));
        }

        if (work == Work.Report)
        {
            var report = await RunningStarlift.RunAsync(options.Binary, place, ["report", "-p", place.Project]);
            account.AppendLine(report.Text);
        }

        // The file of rejects loses its name as soon as it is made: a kill in between leaves it, with nothing in it.
        var left = Folders.Files(place.Temporary).Where(file => !file.EndsWith(".rejects", StringComparison.Ordinal) || new FileInfo(Path.Combine(place.Temporary, file)).Length > 0)
            .Concat(Folders.Files(place.Database).Where(file => file != Path.GetFileName(DuckDbSite.FileOf(place))))
            .Concat(Folders.Files(Path.GetDirectoryName(place.Report)!).Where(file => file != Path.GetFileName(place.Report))).ToList();
        if (left.Count > 0)
        {
            findings.Add(new Finding(Fault.LeftOver, $"after the next run there are the files {string.Join(", ", left)}"));
        }

        return findings;
    }
}
