namespace Starlift.Torture;

/// <summary>What a target holds, and what Starlift does, where nothing disturbs it.</summary>
/// <param name="Usual">Of each work.</param>
/// <param name="States">What a database holds, by its state.</param>
/// <param name="Script">What the script's tables hold, and the history of its loads, after each of its units; first before any.</param>
sealed record Undisturbed(
    IReadOnlyDictionary<Work, Usual> Usual, IReadOnlyDictionary<string, Content> States, IReadOnlyList<(string Tables, string History)> Script)
{
    /// <summary>After how many units of the script its tables are as here, in rising order; none where they never are.</summary>
    public IReadOnlyList<int> UnitsReached(Content content) => [.. Enumerable.Range(0, Script.Count).Where(unit => Script[unit].Tables == content.Script)];

    /// <summary>Does all works, and keeps the databases that others begin with.</summary>
    public static async Task<Undisturbed> ObserveAsync(string binary, Site site, string folder, string data)
    {
        var usual = new Dictionary<Work, Usual>();
        var states = new Dictionary<string, Content>();
        foreach (var work in Work.All)
        {
            var place = PlaceOf(site, folder, $"usual-{work.Name.Replace(' ', '-')}");
            await site.PutAsync(place, work.Start);
            if (work.Start == Work.Nothing)
            {
                states[Work.Nothing] = await ReadAsync(site, place);
            }

            usual[work] = await site.WatchAsync(new Scene(binary, site, place, work, Torture.Usual.Unknown, data, JsonLog: true, JsonOutput: false));
            if (!states.ContainsKey(work.End))
            {
                states[work.End] = await ReadAsync(site, place);
                await site.KeepAsync(place, work.End);
            }

            await site.DropAsync(place, keepsFiles: false);
        }

        if (states["new"].PublishedText != states["refreshed"].PublishedText)
        {
            throw new InvalidOperationException($"a full refresh gives another star than run after run: {states["new"].PublishedText} and {states["refreshed"].PublishedText}");
        }

        return new Undisturbed(usual, states, await ScriptAsync(binary, site, PlaceOf(site, folder, "usual-script-by-units"), data));
    }

    static async Task<List<(string, string)>> ScriptAsync(string binary, Site site, MomentFolder place, string data)
    {
        await site.PutAsync(place, Work.Script.Start);
        var states = new List<(string, string)>();
        foreach (var unit in SqlScript.Units.Prepend(""))
        {
            File.WriteAllText(place.Script, unit);
            if (unit.Length > 0)
            {
                (await RunningStarlift.RunAsync(binary, place, Scene.ArgumentsOf(Work.Script, place, data, jsonLog: false, jsonOutput: false))).ThrowIfFailed();
            }

            var content = await ReadAsync(site, place);
            states.Add((content.Script, content.ScriptHistory));
        }

        await site.DropAsync(place, keepsFiles: false);
        return states;
    }

    static MomentFolder PlaceOf(Site site, string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return new MomentFolder(path, site.Keys(path));
    }

    static async Task<Content> ReadAsync(Site site, MomentFolder place)
    {
        await using var look = await site.LookAsync(place);
        return await Content.ReadAsync(look);
    }
}
