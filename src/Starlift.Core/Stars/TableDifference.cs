using Starlift.Sql;

namespace Starlift.Stars;

/// <summary>What a star table holds on two targets, in whatever order its rows come.</summary>
/// <param name="Table">Which.</param>
/// <param name="LeftRows">On the first target.</param>
/// <param name="RightRows">On the second.</param>
/// <param name="LeftChecksum">The same for the same rows in any order, in hexadecimal.</param>
/// <param name="RightChecksum">Of the second.</param>
/// <param name="OnlyLeft">Some of the rows that only the first holds, or holds more often: name = value, name = value.</param>
/// <param name="OnlyRight">Some of those that only the second does.</param>
public sealed record TableDifference(
    TableName Table,
    long LeftRows,
    long RightRows,
    string LeftChecksum,
    string RightChecksum,
    IReadOnlyList<string> OnlyLeft,
    IReadOnlyList<string> OnlyRight)
{
    public bool IsSame => LeftRows == RightRows && LeftChecksum == RightChecksum;
}
