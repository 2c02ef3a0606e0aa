namespace Starlift.DuckDb;

/// <summary>Paths into JSON as DuckDB reads them.</summary>
static class DuckDbJsonPath
{
    public static string Of(IEnumerable<string> names) => "$" + string.Concat(names.Select(Step));

    public static string Step(string name) => $".\"{name.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    public static string Step(int index) => $"[{index}]";
}
