using System.Globalization;
using Starlift.Errors;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Stars;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>
/// Whatever is added, corrected, deleted, renamed, delivered twice, undone, read again, interrupted, killed and dropped by hand, in whatever batches: after each
/// run the star is what a full refresh over the objects that are there gives. STARLIFT_SEQUENCES says how many sequences are tried, or which: 501-1000, STARLIFT_SEQUENCE which one alone. One empty subclass a warehouse.
/// </summary>
public abstract class SequencesContract : ProjectContract
{
    const int Batches = 3;
    const int TellsEach = 50;
    const int LatestKill = 150;

    [Fact]
    public async Task After_each_run_the_star_is_what_a_full_refresh_gives()
    {
        var only = Number("STARLIFT_SEQUENCE");
        var (first, last) = only is { } one ? (one, one) : Numbers("STARLIFT_SEQUENCES") ?? (1, 25);
        await using var target = await MakeTargetAsync();
        await using var fresh = new DuckDbTarget(target.Store);
        var project = Make(target);
        await using var whole = await OpenAsync(fresh, project);
        await using var warehouse = await OpenAsync(target, project);
        var (scoped, kills) = (0, 0);
        for (var seed = first; seed <= last; seed++)
        {
            var sequence = new Sequence(target, new Random(seed));
            await new Tables.Reset(project, warehouse, TimeProvider.System).RunAsync(Stop);
            for (var batch = 0; batch < Batches; batch++)
            {
                sequence.Change();
                await DisturbAsync(sequence, project, target, warehouse);
                scoped += (await RunAsync(project, target, warehouse)).Plan.Scoped is null ? 0 : 1;
                await RunAsync(project, target, whole, new RunOptions { FullRefresh = true, DropVanished = true });
                await foreach (var table in new StarDiff(project, warehouse, whole).CompareAsync(Stop))
                {
                    Assert.True(table.IsSame, $"{table.Table} differs in batch {batch} of STARLIFT_SEQUENCE={seed}: {sequence}");
                }
            }

            sequence.Clear();
            kills += sequence.Kills;
            if (seed % TellsEach == 0 && last > TellsEach)
            {
                TestContext.Current.TestOutputHelper!.WriteLine($"{seed} sequences, {scoped} runs corrected by a scope, {kills} killed");
            }
        }

        Assert.True(only is not null || scoped > 0, "no run corrected anything by a scope");
    }

    static async Task DisturbAsync(Sequence sequence, Project project, ScratchTarget target, IWarehouse warehouse)
    {
        var known = await LinesAsync(warehouse, "select uri from starlift.ledger order by uri");
        switch (sequence.Random.Next(8))
        {
            case 0 when known.Count > 0:
                var undone = sequence.Choose("undo", known);
                await RunAsync(project, target, warehouse, new RunOptions { Undo = [undone] });
                break;
            case 1 when known.Count > 0:
                var reloaded = sequence.Choose("reload", known);
                await RunAsync(project, target, warehouse, new RunOptions { Reload = [reloaded] });
                break;
            case 2:
                await warehouse.ExecuteAsync($"drop table {sequence.Choose("drop", [.. project.StarTables.Select(table => table.Name.ToString())])}", Stop);
                break;
            case 3:
                await InterruptAsync(project, target, warehouse, int.Parse(sequence.Choose("interrupt", [.. Enumerable.Range(0, 20).Select(step => $"{step}")]), CultureInfo.InvariantCulture));
                break;
            case 4 when target.KillsSessions:
                await KillAsync(sequence, project, target);
                break;
        }
    }

    // At any moment of a run, which the next one makes good.
    static async Task KillAsync(Sequence sequence, Project project, ScratchTarget target)
    {
        await using var killed = await OpenAsync(target, project);
        var session = await killed.CountAsync("select pg_backend_pid()", Stop);
        var delay = int.Parse(sequence.Choose("kill after ms", [.. Enumerable.Range(0, LatestKill).Select(moment => $"{moment}")]), CultureInfo.InvariantCulture);
        var run = RunAsync(project, target, killed);
        await Task.WhenAny(run, Task.Delay(delay, Stop));
        await target.KillAsync(session);
        try
        {
            await run;
        }
        catch (StarliftException)
        {
            sequence.Kills++;
        }
    }

    // 1000, or 501-1000
    static (int First, int Last)? Numbers(string name) =>
        Environment.GetEnvironmentVariable(name) is not { Length: > 0 } text ? null
        : text.Split('-').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToList() is [var first, var last] ? (first, last)
        : (1, int.Parse(text, CultureInfo.InvariantCulture));

    static int? Number(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    static Project Make(ScratchTarget target)
    {
        target.Put("starlift.yaml", "name: things\ntargets:\n  local: { type: duckdb, path: things.duckdb }\nvanished: remove\n");
        target.Put("tables/events.sql", "create table events (user_id int, item int, ts int, level varchar(8))");
        target.Put("tables/names.sql", "create table names (user_id int, name varchar(8))");
        target.Put("tables/plays.sql", "create table plays (user_id int not null, item int not null, ts int, level varchar(8), primary key (user_id, item))");
        target.Put("tables/users.sql", "create table users (user_id int not null primary key, level varchar(8), ts int)");
        target.Put("tables/named.sql", "create table named (user_id int not null primary key, name varchar(8))");
        target.Put("tables/totals.sql", "create table totals (user_id int not null primary key, name varchar(8), plays int)");
        target.Put("tables/levels.sql", "create table levels (user_id int not null primary key, level varchar(8), ts int)");
        target.Put("tables/seen.sql", "create table seen (user_id int not null primary key, events int not null)");
        target.Put("tables/arrived.sql", "create table arrived (order_id int, line int, price int, day varchar(4))");
        target.Put("tables/lines.sql", "create table lines (order_id int not null, line int not null, price int, primary key (order_id, line))");
        target.Put("tables/amounts.sql", "create table amounts (order_id int not null primary key, amount int, lines int)");
        target.Put("tables/days.sql", "create table days (day varchar(8) not null, order_id int not null, price int, unique (day, order_id))");
        target.Put("tables/orders.sql", "create table orders (order_id int not null primary key, price int)");
        target.Put("loads/arrived.sql", "copy arrived from './data/orders/' iam_role default format as json 'auto'");
        target.Put("models/lines.sql", $"-- replaces: order_id\n{Best("order_id, line, price", "order_id, line", "price desc", "arrived", "lines")}");
        target.Put("models/amounts.sql", "-- replaces: order_id\nselect a.order_id, cast(coalesce(max(s.amount), 0) + sum(a.price) as int) as amount, cast(coalesce(max(s.lines), 0) + count(*) as int) as lines from arrived as a left join amounts as s on s.order_id = a.order_id group by a.order_id");
        target.Put("models/days.sql", "-- newest: price\n-- replaces: day, order_id\nselect day, order_id, price from arrived");
        target.Put("models/orders.sql", "select order_id, sum(price) as price from lines group by order_id");
        target.Put("loads/events.sql", "copy events from './data/events/' iam_role default format as json 'auto'");
        target.Put("loads/names.sql", "copy names from './data/names/' iam_role default format as json 'auto'");
        target.Put("models/plays.sql", Best("user_id, item, ts, level", "user_id, item", "ts desc, level", "events", "plays"));
        target.Put("models/users.sql", Best("user_id, level, ts", "user_id", "ts desc, level", "events", "users"));
        target.Put("models/named.sql", Best("user_id, name", "user_id", "name", "names", "named"));
        target.Put("models/levels.sql", "-- newest: ts\nselect user_id, level, ts from events");
        target.Put("models/seen.sql", "select e.user_id, cast(coalesce(max(s.events), 0) + count(*) as int) as events from events as e left join seen as s on s.user_id = e.user_id group by e.user_id");
        target.Put("models/totals.sql", "select p.user_id, max(n.name) as name, count(*) as plays from plays as p left join named as n on n.user_id = p.user_id group by p.user_id");
        return ScratchProject.Read(target);
    }

    // The row that is kept takes part in the choice, which rests on nothing but what it says.
    static string Best(string columns, string key, string order, string staging, string star) => $"""
        with candidates as (select {columns}, 0 as kept from {staging} union all select {columns}, 1 as kept from {star}),
        ranked as (select {columns}, kept, row_number() over (partition by {key} order by {order}, kept desc) as choice from candidates)
        select {columns} from ranked where choice = 1 and kept = 0
        """;

    /// <summary>Objects of two loads that change at random.</summary>
    sealed class Sequence(ScratchTarget target, Random random)
    {
        readonly Dictionary<string, string> _objects = [];
        readonly List<string> _done = [];
        int _last;

        public Random Random => random;

        /// <summary>Runs that a kill has ended.</summary>
        public int Kills { get; set; }

        public string Choose(string what, IReadOnlyList<string> among)
        {
            var chosen = among[random.Next(among.Count)];
            _done.Add($"{what} {chosen}");
            return chosen;
        }

        /// <summary>Some changes, and at least one object of each load.</summary>
        public void Change()
        {
            var before = _done.Count;
            foreach (var folder in (string[])["events", "names", "orders"])
            {
                if (!_objects.Keys.Any(uri => uri.Contains(folder, StringComparison.Ordinal)))
                {
                    Put("add", NewIn(folder), Records(folder));
                }
            }

            // Orders alone can be corrected by their keys.
            var onlyOrders = random.Next(2) == 0;
            for (var change = random.Next(1, 5); change > 0 || _done.Count == before; change--)
            {
                Change(random.Next(5), onlyOrders ? "orders" : random.Next(3) == 0 ? "names" : "events");
            }

            _done.Add("run");
        }

        public void Clear() => _objects.Keys.ToList().ForEach(uri => File.Delete(Path.Combine(target.Folder, uri)));

        public override string ToString() => string.Join(", ", _done);

        void Change(int kind, string folder)
        {
            var uris = _objects.Keys.Where(uri => uri.Contains(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
            var uri = uris[random.Next(uris.Count)];
            switch (kind)
            {
                case 0:
                    Put("add", NewIn(folder), Records(folder));
                    break;
                case 1:
                    Put("overwrite", uri, Records(folder));
                    break;
                case 2:
                    Put("redeliver", NewIn(folder), _objects[uri]);
                    break;
                case 3:
                    Put("rename", NewIn(folder), _objects[uri]);
                    Delete(uri);
                    break;
                case 4 when uris.Count > 1:
                    Delete(uri);
                    break;
            }
        }

        string NewIn(string folder) => $"data/{folder}/{++_last}.json";

        string Records(string folder) => string.Join('\n', Enumerable.Range(0, random.Next(1, 6)).Select(_ => folder == "names"
            ? $$"""{"user_id":{{random.Next(4)}},"name":"n{{random.Next(5)}}"}"""
            : folder == "orders" ? $$"""{"order_id":{{random.Next(8)}},"line":{{random.Next(3)}},"price":{{random.Next(9)}},"day":"d{{random.Next(3)}}"}"""
            : $$"""{"user_id":{{random.Next(4)}},"item":{{random.Next(4)}},"ts":{{random.Next(6)}},"level":"{{(random.Next(2) == 0 ? "free" : "paid")}}"}"""));

        void Put(string what, string uri, string text)
        {
            _done.Add($"{what} {uri}");
            _objects[uri] = text;
            target.Put(uri, text);
        }

        void Delete(string uri)
        {
            _done.Add($"delete {uri}");
            _objects.Remove(uri);
            File.Delete(Path.Combine(target.Folder, uri));
        }
    }
}
