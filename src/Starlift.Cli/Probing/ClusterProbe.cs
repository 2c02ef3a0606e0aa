using Starlift.Cases;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Redshift;
using Starlift.Secrets;

namespace Starlift.Cli.Probing;

/// <summary>
/// Asks a cluster what it does with each case and check, and removes everything again: whatever happens, and interrupted too. What was found
/// out until then is told.
/// </summary>
/// <param name="plan">What to execute.</param>
/// <param name="options">Of the cluster; names a place for manifests.</param>
/// <param name="cluster">What is told of it.</param>
/// <param name="writer">Puts and removes objects.</param>
/// <param name="secrets">The project's.</param>
/// <param name="log">Is told how far it is.</param>
sealed class ClusterProbe(ProbePlan plan, RedshiftOptions options, ProbedCluster cluster, IObjectWriter writer, SecretValues secrets, TextWriter log)
{
    const string Preflight = "preflight";
    const int CasesALine = 20;
    const int MostLosses = 3;

    /// <summary>How long the views on errors are waited for where the probe is not to go on.</summary>
    static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(1);

    readonly List<CaseFact> _cases = [];
    readonly List<SqlFact> _checks = [];
    RedshiftLogin? _login;
    int _losses;

    public ProbePlace Place { get; } = new(options.Manifests!, Guid.NewGuid().ToString("N")[..8]);

    /// <param name="limit">How long cases are executed.</param>
    /// <param name="cancel">Interrupts it.</param>
    public async Task<ClusterProbeResult> RunAsync(TimeSpan limit, CancellationToken cancel)
    {
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timed.CancelAfter(limit);
        var objects = new ProbeObjects(writer, Place);
        ProbeSession? session = null;
        Exception? stopped = null;
        Facts? facts = null;
        try
        {
            var region = await BucketRegionAsync(timed.Token);
            session = new ProbeSession(OpenAsync, Place, new CaseStatements(Place, options.IamRole, region), Redaction());
            facts = await BeginAsync(session, objects, region, timed.Token);
            await ExecuteAsync(session, timed.Token);
        }
        catch (Exception e) when (e is StarliftException or OperationCanceledException)
        {
            stopped = timed.IsCancellationRequested && !cancel.IsCancellationRequested
                ? new StarliftException(ExitCode.RunFailed, new Problem($"the time limit of {Quantity.Duration(limit)} is over", Hint: "give it more with --time-limit, or less to do with --only"))
                : e;
        }

        facts = facts is null || session is null ? null : await FinishAsync(facts, session, stopped);
        return new ClusterProbeResult(facts, stopped, [.. await RemoveAsync(objects), .. await DropAsync(session)]);
    }

    async Task<RedshiftExchange> OpenAsync(CancellationToken cancel) =>
        await RedshiftExchange.OpenAsync(options with { Login = async one => _login = await options.Login(one) }, cancel);

    /// <summary>Makes what all need, and sees whether a COPY works at all: else every case would only tell the same error.</summary>
    async Task<Facts> BeginAsync(ProbeSession session, ProbeObjects objects, string? region, CancellationToken cancel)
    {
        await session.PrepareAsync(cancel);
        var uri = $"{Place.RootOf(Preflight)}1.json";
        await objects.PutAsync(uri, "{\"id\":1}"u8.ToArray(), cancel);
        await session.RequireAsync($"create table {Preflight} (id int)", cancel);
        await CopyAsync(session, region, cancel);
        await session.RequireAsync($"drop table {Preflight}", cancel);
        await objects.PutAsync(plan.Cases, cancel);
        return new Facts
        {
            Starlift = VersionLine.Version,
            Date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
            Version = (await session.RequireAsync("select version()", cancel)).Rows[0][0] ?? "",
            Kind = cluster.Kind,
            Partition = cluster.Partition,
            Complete = false,
        };
    }

    async Task CopyAsync(ProbeSession session, string? region, CancellationToken cancel)
    {
        var role = options.IamRole is null ? "default" : $"'{options.IamRole}'";
        try
        {
            await session.RequireAsync(
                $"copy {Preflight} from '{Place.RootOf(Preflight)}' iam_role {role}{(region is null ? "" : $" region '{region}'")} json 'auto'", cancel);
        }
        catch (StarliftException e)
        {
            var problem = e.Problems[0];
            var hint = problem.Hint?.Replace("--for copy-role", "--for probe-role", StringComparison.Ordinal);
            throw new StarliftException(e.ExitCode, problem with { Place = null, Hint = hint }, e);
        }
    }

    async Task ExecuteAsync(ProbeSession session, CancellationToken cancel)
    {
        foreach (var testCase in plan.Cases)
        {
            _cases.Add(await ExecuteAsync(testCase, session, cancel));
            if (_cases.Count % CasesALine == 0)
            {
                await log.WriteLineAsync($"starlift: {_cases.Count} of {plan.Cases.Count} cases");
            }
        }

        foreach (var file in plan.Checks.GroupBy(check => check.File))
        {
            foreach (var check in file)
            {
                _checks.Add(await session.RunAsync(check, cancel));
            }

            await session.ClearAsync(file, cancel);
        }
    }

    /// <summary>A session that is lost is opened again, a few times: what was paid for so far is not to be lost with it.</summary>
    async Task<CaseFact> ExecuteAsync(ConformanceCase testCase, ProbeSession session, CancellationToken cancel)
    {
        try
        {
            var fact = await session.RunAsync(testCase, cancel);
            await session.ClearAsync(testCase, cancel);
            return fact;
        }
        catch (StarliftException) when (session.IsLost && _losses++ < MostLosses)
        {
            await session.PrepareAsync(cancel);
            return new CaseFact { Name = testCase.Name, Digest = testCase.Digest, Skipped = "the connection was lost" };
        }
    }

    async Task<Facts> FinishAsync(Facts facts, ProbeSession session, Exception? stopped)
    {
        var errors = await ErrorsAsync(session, stopped is null ? options.ViewPatience : LastPatience);
        return facts with
        {
            Complete = stopped is null,
            Cases = [.. _cases.Select(fact => fact with { LoadErrors = [.. errors?[fact.Name].Select(row => Restored(fact.Name, row)) ?? []] }), .. plan.Skipped],
            Sql = _checks,
        };
    }

    /// <summary>Null where nothing tells any more.</summary>
    async Task<ILookup<string, IReadOnlyDictionary<string, string>>?> ErrorsAsync(ProbeSession session, TimeSpan patience)
    {
        try
        {
            await session.SendAsync("rollback", CancellationToken.None);
            var failed = _cases.Where(fact => fact.Outcome == CaseFact.LoadError).Select(fact => fact.Name).ToList();
            return await ProbeErrors.ReadAsync(session, Place, failed, patience, CancellationToken.None);
        }
        catch (StarliftException e)
        {
            // Facts without their error rows would be read as loads without errors.
            _cases.Clear();
            await log.WriteLineAsync($"starlift: the system views can't be read, so nothing is told of the cases: {e.Problems[0].What}");
            return null;
        }
    }

    Dictionary<string, string> Restored(string testCase, IReadOnlyDictionary<string, string> row) =>
        row.ToDictionary(pair => pair.Key, pair => Place.Restore(testCase, pair.Value));

    async Task<IEnumerable<Problem>> RemoveAsync(ProbeObjects objects)
    {
        var left = await objects.RemoveAsync();
        return left.Count == 0 ? [] : [new Problem($"{left.Count} objects below {Place.Root} could not be removed: {left[0].Reason}", Hint: "remove them; the bucket of a stack empties itself within about a day")];
    }

    static async Task<IEnumerable<Problem>> DropAsync(ProbeSession? session)
    {
        if (session is null)
        {
            return [];
        }

        await using (session)
        {
            try
            {
                if (session.Schemas.Count > 0)
                {
                    await session.DropAsync(CancellationToken.None);
                }

                return [];
            }
            catch (StarliftException e)
            {
                return [new Problem($"the schema {string.Join(", ", session.Schemas)} could not be dropped: {e.Problems[0].What}", Hint: "drop it yourself, with CASCADE")];
            }
        }
    }

    ProbeRedaction Redaction() => new(Place, secrets, () => new Dictionary<string, string>
    {
        ["host"] = options.Host,
        ["role"] = options.IamRole ?? "",
        ["user"] = _login?.User ?? "",
        ["password"] = _login?.Password.Reveal() ?? "",
    });

    /// <summary>Null where a COPY need not state it.</summary>
    async Task<string?> BucketRegionAsync(CancellationToken cancel) =>
        await options.BucketRegion(Place.Bucket, cancel) is { } region && region != options.Region ? region : null;
}
