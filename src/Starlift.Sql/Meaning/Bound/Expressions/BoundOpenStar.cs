using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>All columns of a source of which nothing is known, in a select list. The result has a column named <see cref="Name"/> in place of them.</summary>
public sealed record BoundOpenStar(TextSpan Span, BoundSource Source) : BoundExpression(Span, DataType.Open)
{
    /// <summary>The name of the column that stands for those that aren't known.</summary>
    public const string Name = "*";

    /// <summary>True where a column stands for some that aren't known.</summary>
    public static bool Is(string name, DataType type) => name == Name && type.IsOpen;
}
