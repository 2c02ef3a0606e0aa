using System.Globalization;
using System.Text.RegularExpressions;

namespace Starlift.Aws.Stacks;

/// <summary>The dated table of what Redshift costs, prices.csv.</summary>
public static partial class StackPrices
{
    static readonly Lazy<string> Table = new(() => EmbeddedFile.Read("prices.csv"));

    /// <summary>When the prices were read, yyyy-MM-dd.</summary>
    public static string Date => DatePattern().Match(Table.Value).Value;

    /// <summary>USD an hour of one unit; null where the table does not know the region.</summary>
    /// <param name="region">us-west-2.</param>
    /// <param name="unit">rpu, or a node type.</param>
    public static decimal? Of(string region, string unit) => Table.Value.Split('\n')
        .Select(line => line.Split(','))
        .Where(cells => cells.Length == 3 && cells[0] == region && cells[1] == unit)
        .Select(cells => (decimal?)decimal.Parse(cells[2], CultureInfo.InvariantCulture))
        .FirstOrDefault();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d")]
    private static partial Regex DatePattern();
}
