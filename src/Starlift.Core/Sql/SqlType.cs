namespace Starlift.Sql;

/// <summary>A column's type with its defaults filled in (Amazon Redshift: "Numeric types", "Character types").</summary>
/// <param name="Kind">Which type.</param>
/// <param name="Length">Of CHAR, VARCHAR and VARBYTE, in bytes: CHAR defaults to 1, VARCHAR to 256, MAX is 65535. Else 0.</param>
/// <param name="Precision">Of DECIMAL: digits in all, 1 to 38, 18 by default. Else 0.</param>
/// <param name="Scale">Of DECIMAL: digits of the fraction, 0 to 37, 0 by default. Else 0.</param>
public sealed record SqlType(SqlTypeKind Kind, int Length = 0, int Precision = 0, int Scale = 0)
{
    /// <summary>VARCHAR(MAX): what a text is whose length nobody knows.</summary>
    public static SqlType AnyText { get; } = new(SqlTypeKind.Varchar, 65_535);

    /// <summary>VARBYTE without a length.</summary>
    public static SqlType AnyVarbyte { get; } = new(SqlTypeKind.Varbyte, 64_000);

    public bool IsCharacter => Kind is SqlTypeKind.Char or SqlTypeKind.Varchar;

    /// <summary>The type as Redshift SQL writes it.</summary>
    public override string ToString() => Kind switch
    {
        SqlTypeKind.SmallInt => "smallint",
        SqlTypeKind.Integer => "integer",
        SqlTypeKind.BigInt => "bigint",
        SqlTypeKind.Decimal => $"decimal({Precision},{Scale})",
        SqlTypeKind.Real => "real",
        SqlTypeKind.DoublePrecision => "double precision",
        SqlTypeKind.Boolean => "boolean",
        SqlTypeKind.Char => $"char({Length})",
        SqlTypeKind.Varchar => $"varchar({Length})",
        SqlTypeKind.Date => "date",
        SqlTypeKind.Time => "time",
        SqlTypeKind.TimeTz => "timetz",
        SqlTypeKind.Timestamp => "timestamp",
        SqlTypeKind.TimestampTz => "timestamptz",
        SqlTypeKind.Super => "super",
        SqlTypeKind.Varbyte => $"varbyte({Length})",
        _ => throw new InvalidOperationException($"unknown type {Kind}"),
    };
}
