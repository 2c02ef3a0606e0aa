namespace Starlift.Conformance;

/// <summary>What is to be run and told.</summary>
/// <param name="Folders">Where cases and SQL checks are.</param>
public sealed record ConformanceOptions(IReadOnlyList<string> Folders)
{
    public const string Usage = "usage: conformance [--facts FILE | --field DIR [--only CASE] [--engine NAME] | --sql [--only FILE] [--engine NAME] [--failed] [--update]] DIR [DIR …], each a folder of cases";

    /// <summary>Of a cluster, to hold against DuckDB.</summary>
    public string? Facts { get; init; }

    /// <summary>A folder of cases from the field, to be run and told alone.</summary>
    public string? Field { get; init; }

    /// <summary>Runs the SQL checks alone.</summary>
    public bool OnlySql { get; init; }

    /// <summary>SQL checks of files whose names begin so.</summary>
    public string? Only { get; init; }

    /// <summary>duckdb or postgres; null for all that there are.</summary>
    public string? Engine { get; init; }

    /// <summary>Lists each SQL check that failed.</summary>
    public bool Failed { get; init; }

    /// <summary>Remembers how many SQL checks pass.</summary>
    public bool Update { get; init; }

    /// <returns>Null where these are no such arguments.</returns>
    public static ConformanceOptions? Read(IEnumerable<string> arguments)
    {
        var options = new ConformanceOptions([]);
        var words = new Queue<string>(arguments);
        while (words.TryDequeue(out var word))
        {
            switch (word)
            {
                case "--sql":
                    options = options with { OnlySql = true };
                    break;
                case "--failed":
                    options = options with { Failed = true };
                    break;
                case "--update":
                    options = options with { Update = true };
                    break;
                case "--only" when words.TryDequeue(out var file):
                    options = options with { Only = file };
                    break;
                case "--engine" when words.TryDequeue(out var engine):
                    options = options with { Engine = engine };
                    break;
                case "--field" when words.TryDequeue(out var field):
                    options = options with { Field = field };
                    break;
                case "--facts" when words.TryDequeue(out var facts):
                    options = options with { Facts = facts };
                    break;
                case ['-', ..]:
                    return null;
                default:
                    options = options with { Folders = [.. options.Folders, word] };
                    break;
            }
        }

        return options.Folders.Count == 0 && options.Field is null ? null : options;
    }
}
