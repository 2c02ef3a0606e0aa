namespace Starlift.Sql.Meaning.Types;

/// <summary>A Redshift type as a value: two are equal where Redshift takes them for one type.</summary>
/// <param name="Kind">Which type.</param>
/// <param name="Length">Of CHAR, VARCHAR and VARBYTE, in bytes; 0 where an expression has no limit, such as <c>x::varchar</c>.</param>
/// <param name="Precision">Of DECIMAL its digits in all; of INTERVAL DAY TO SECOND the digits of its fraction.</param>
/// <param name="Scale">Of DECIMAL: digits of its fraction, 0 to 37.</param>
public readonly record struct DataType(TypeKind Kind, int Length = 0, byte Precision = 0, byte Scale = 0)
{
    /// <summary>The longest VARCHAR that a column can have, VARCHAR(MAX).</summary>
    public const int MaxVarchar = 65_535;

    /// <summary>The longest CHAR that a column can have.</summary>
    public const int MaxChar = 4096;

    /// <summary>The length of a VARBYTE that states none.</summary>
    public const int DefaultVarbyte = 64_000;

    /// <summary>The most digits that a DECIMAL has.</summary>
    public const int MaxPrecision = 38;

    /// <summary>The most digits that the fraction of a DECIMAL has.</summary>
    public const int MaxScale = 37;

    public static DataType Unknown => new(TypeKind.Unknown);

    /// <summary>The type of a column of which nothing is known, such as one of a system table: it fits everything, and is never converted unasked.</summary>
    public static DataType Open => new(TypeKind.Unknown, Precision: 1);

    public static DataType Boolean => new(TypeKind.Boolean);

    public static DataType SmallInt => new(TypeKind.SmallInt);

    public static DataType Integer => new(TypeKind.Integer);

    public static DataType BigInt => new(TypeKind.BigInt);

    public static DataType Real => new(TypeKind.Real);

    public static DataType DoublePrecision => new(TypeKind.DoublePrecision);

    /// <summary>A VARCHAR without a limit.</summary>
    public static DataType Text => new(TypeKind.Varchar);

    public static DataType Date => new(TypeKind.Date);

    public static DataType Time => new(TypeKind.Time);

    public static DataType TimeTz => new(TypeKind.TimeTz);

    public static DataType Timestamp => new(TypeKind.Timestamp);

    public static DataType TimestampTz => new(TypeKind.TimestampTz);

    public static DataType Interval => new(TypeKind.Interval);

    public static DataType IntervalYearToMonth => new(TypeKind.IntervalYearToMonth);

    public static DataType IntervalDayToSecond => new(TypeKind.IntervalDayToSecond, Precision: 6);

    public static DataType Super => new(TypeKind.Super);

    /// <summary>A VARBYTE without a limit.</summary>
    public static DataType Bytes => new(TypeKind.Varbyte);

    /// <summary>DECIMAL with these digits in all, of which <paramref name="scale"/> are behind the point.</summary>
    public static DataType Decimal(int precision, int scale) => new(TypeKind.Decimal, Precision: (byte)precision, Scale: (byte)scale);

    public static DataType Varchar(int length) => new(TypeKind.Varchar, length);

    public static DataType Char(int length) => new(TypeKind.Char, length);

    public static DataType Varbyte(int length) => new(TypeKind.Varbyte, length);

    /// <summary>An untyped literal's, NULL's, or <see cref="Open"/>.</summary>
    public bool IsUnknown => Kind == TypeKind.Unknown;

    /// <summary>True of <see cref="Open"/>.</summary>
    public bool IsOpen => this == Open;

    public bool IsInteger => Kind is TypeKind.SmallInt or TypeKind.Integer or TypeKind.BigInt;

    public bool IsFloat => Kind is TypeKind.Real or TypeKind.DoublePrecision;

    public bool IsDecimal => Kind == TypeKind.Decimal;

    public bool IsNumber => Category == TypeCategory.Number;

    public bool IsText => Category == TypeCategory.Text;

    public bool IsInterval => Category == TypeCategory.Interval;

    public bool IsSuper => Kind == TypeKind.Super;

    /// <summary>DATE, TIMESTAMP or TIMESTAMPTZ.</summary>
    public bool IsDateTime => Category == TypeCategory.DateTime;

    public TypeCategory Category => Kind switch
    {
        TypeKind.Unknown => TypeCategory.Unknown,
        TypeKind.Boolean => TypeCategory.Boolean,
        TypeKind.SmallInt or TypeKind.Integer or TypeKind.BigInt or TypeKind.Decimal or TypeKind.Real or TypeKind.DoublePrecision
            or TypeKind.Oid => TypeCategory.Number,
        TypeKind.Char or TypeKind.Varchar or TypeKind.Name or TypeKind.InternalChar or TypeKind.RegType or TypeKind.RegProc => TypeCategory.Text,
        TypeKind.Date or TypeKind.Timestamp or TypeKind.TimestampTz => TypeCategory.DateTime,
        TypeKind.Time or TypeKind.TimeTz => TypeCategory.TimeOfDay,
        TypeKind.Interval or TypeKind.IntervalYearToMonth or TypeKind.IntervalDayToSecond => TypeCategory.Interval,
        TypeKind.Super => TypeCategory.Super,
        TypeKind.Varbyte => TypeCategory.Varbyte,
        _ => TypeCategory.Other,
    };

    /// <summary>The type as Redshift's format_type shows it, with its length or digits: <c>character varying(3)</c>, <c>numeric(8,2)</c>.</summary>
    public override string ToString() => TypeNames.Full(this);
}
