using System.Globalization;
using Starlift.Sql;

namespace Starlift.Copying;

/// <summary>Types as Redshift's system tables name them (Amazon Redshift: "STL_LOAD_ERRORS").</summary>
static class InternalTypes
{
    public static string NameOf(SqlType type) => type.Kind switch
    {
        SqlTypeKind.SmallInt => "int2",
        SqlTypeKind.Integer => "int4",
        SqlTypeKind.BigInt => "int8",
        SqlTypeKind.Decimal => "numeric",
        SqlTypeKind.Real => "float4",
        SqlTypeKind.DoublePrecision => "float8",
        SqlTypeKind.Boolean => "bool",
        _ => new SqlType(type.Kind).ToString().Split('(')[0],
    };

    public static string LengthOf(SqlType type) => type.Kind switch
    {
        SqlTypeKind.Char or SqlTypeKind.Varchar or SqlTypeKind.Varbyte => type.Length.ToString(CultureInfo.InvariantCulture),
        SqlTypeKind.Decimal => string.Create(CultureInfo.InvariantCulture, $"{type.Precision}, {type.Scale}"),
        _ => "",
    };
}
