using Starlift.Sql;

namespace Starlift.Inference;

/// <summary>A column of a proposed star table.</summary>
/// <param name="Name">As the table has it.</param>
/// <param name="Type">Its type.</param>
/// <param name="Expression">What the model selects for it.</param>
/// <param name="Comment">What it is.</param>
sealed record StarColumn(string Name, SqlType Type, string Expression, string Comment)
{
    /// <summary>Its values can be compared.</summary>
    public bool HasOrder => Type.Kind != SqlTypeKind.Super;
}
