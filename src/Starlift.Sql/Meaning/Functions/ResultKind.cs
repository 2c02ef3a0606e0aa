namespace Starlift.Sql.Meaning.Functions;

/// <summary>How the type of a call follows from its arguments.</summary>
public enum ResultKind : byte
{
    /// <summary>It is the stated type.</summary>
    Type,

    /// <summary>It is that of the argument with the stated number, counted from 1.</summary>
    Argument,

    /// <summary>It is the common type of the arguments.</summary>
    Common,

    /// <summary>SUM and AVG: of integers BIGINT, of DECIMAL(p,s) DECIMAL(38,s), of floating-point numbers DOUBLE PRECISION.</summary>
    Sum,

    /// <summary>MEDIAN and PERCENTILE_CONT: of integers and DECIMAL a DECIMAL, else DOUBLE PRECISION or the date type.</summary>
    Median,

    /// <summary>MOD: as the operator %.</summary>
    Remainder,

    /// <summary>NVL2 (Amazon Redshift: "NVL2 function").</summary>
    Nvl2,

    /// <summary>DECODE: the type of its first result (Amazon Redshift: "DECODE expression").</summary>
    Decode,
}
