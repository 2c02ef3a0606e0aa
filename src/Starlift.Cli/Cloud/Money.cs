using System.Globalization;

namespace Starlift.Cli.Cloud;

/// <summary>Writes US dollars.</summary>
static class Money
{
    /// <summary>$1.08; fractions of a cent are shown where there is less than ten cents.</summary>
    public static string Of(decimal usd) => usd.ToString(usd is > 0 and < 0.1m ? "$0.000" : "$0.00", CultureInfo.InvariantCulture);

    /// <summary>$0.543, as AWS states prices of one unit.</summary>
    public static string Price(decimal usd) => usd.ToString("$0.00##", CultureInfo.InvariantCulture);
}
