using System.Globalization;

namespace Starlift.CliTests;

/// <summary>
/// Objects change at random, and the command that takes that in is killed at a random moment: after the next run the star is what all objects give, as verify
/// finds by building it from them aside. STARLIFT_SEQUENCES says how many sequences are tried, STARLIFT_SEQUENCE which one alone.
/// </summary>
public sealed class KilledSequencesTests
{
    const int Usual = 3;
    const int Batches = 3;

    /// <summary>Commands are killed up to so long after they have said their plan.</summary>
    static readonly TimeSpan Latest = TimeSpan.FromMilliseconds(400);

    [Fact]
    public async Task After_a_kill_and_the_next_run_the_star_is_what_all_objects_give()
    {
        var count = Number("STARLIFT_SEQUENCES") ?? Usual;
        var only = Number("STARLIFT_SEQUENCE");
        for (var seed = only ?? 1; seed <= (only ?? count); seed++)
        {
            using var folder = Make();
            var sequence = new Sequence(folder, new Random(seed));
            for (var batch = 0; batch < Batches; batch++)
            {
                sequence.Change();
                await KillAsync(folder, sequence, batch);
                await SucceedAsync(folder, sequence, seed, "run");
                await SucceedAsync(folder, sequence, seed, "verify");
                await SucceedAsync(folder, sequence, seed, "reconcile");
            }
        }
    }

    static async Task KillAsync(ScriptFolder folder, Sequence sequence, int batch)
    {
        string[] arguments = batch == 0 ? ["run"] : sequence.Random.Next(4) switch
        {
            0 => ["undo", $"data/{sequence.Any()}", "-y"],
            1 => ["reload", $"data/{sequence.Any()}"],
            _ => ["run"],
        };
        var delay = Latest * sequence.Random.NextDouble();
        sequence.Note($"kill {string.Join(' ', arguments)} after {delay.TotalMilliseconds:0} ms");
        using var running = StarliftProcess.Start(folder.Path, arguments);
        // Where it ends before, it was too fast to be killed, or there was nothing to undo.
        await Task.WhenAny(running.HasToldAsync("plan "), running.EndAsync());
        await Task.Delay(delay, TestContext.Current.CancellationToken);
        running.Kill();
        await running.EndAsync();
    }

    static async Task SucceedAsync(ScriptFolder folder, Sequence sequence, int seed, string command)
    {
        var (exitCode, output, error) = await folder.RunAsync(command);
        Assert.True(exitCode == 0, $"{command} ended with {exitCode} in STARLIFT_SEQUENCE={seed}: {sequence}\n{output}{error}");
    }

    static int? Number(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    static ScriptFolder Make() => new ScriptFolder()
        .Add("starlift.yaml", "name: orders\nvanished: remove\ndefault_target: local\ntargets:\n  local:\n    type: duckdb\n    path: orders.duckdb\n")
        .Add("tables/arrived.sql", "create table arrived (order_id int, line int, price int)")
        .Add("tables/lines.sql", "create table lines (order_id int not null, line int not null, price int, primary key (order_id, line))")
        .Add("tables/amounts.sql", "create table amounts (order_id int not null primary key, amount bigint, seen bigint)")
        .Add("tables/totals.sql", "create table totals (order_id int not null primary key, total bigint)")
        .Add("loads/arrived.sql", "copy arrived from './data/' iam_role default json 'auto'")
        .Add("models/lines.sql", "-- newest: price\n-- replaces: order_id\nselect order_id, line, price from arrived")
        .Add("models/amounts.sql", """
            -- replaces: order_id
            with parts as (select order_id, price as amount, 1 as seen from arrived union all select order_id, amount, seen from amounts)
            select order_id, sum(amount) as amount, sum(seen) as seen from parts where order_id in (select order_id from arrived) group by order_id
            """)
        .Add("models/totals.sql", "select order_id, sum(price) as total from lines group by order_id");

    /// <summary>Objects that change at random; there is always one.</summary>
    sealed class Sequence(ScriptFolder folder, Random random)
    {
        readonly List<string> _objects = [];
        readonly List<string> _done = [];
        int _last;

        public Random Random => random;

        public string Any() => _objects[random.Next(_objects.Count)];

        public void Note(string what) => _done.Add(what);

        public void Change()
        {
            for (var change = random.Next(1, 5); change > 0; change--)
            {
                switch (_objects.Count == 0 ? 0 : random.Next(4))
                {
                    case 1 when _objects.Count > 1:
                        var gone = Any();
                        Note($"delete {gone}");
                        _objects.Remove(gone);
                        File.Delete(Path.Combine(folder.Path, "data", gone));
                        break;
                    case 2 or 3:
                        Put("overwrite", Any());
                        break;
                    default:
                        _objects.Add($"{++_last}.json");
                        Put("add", _objects[^1]);
                        break;
                }
            }
        }

        public override string ToString() => string.Join(", ", _done);

        void Put(string what, string name)
        {
            Note($"{what} {name}");
            folder.Add($"data/{name}", string.Join('\n', Enumerable.Range(0, random.Next(1, 7)).Select(_ =>
                $$"""{"order_id":{{random.Next(9)}},"line":{{random.Next(3)}},"price":{{random.Next(9)}}}""")));
        }
    }
}
