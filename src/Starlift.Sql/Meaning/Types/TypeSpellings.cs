using System.Collections.Frozen;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Types;

/// <summary>What a written type means (Amazon Redshift: "Data types", "Numeric types", "Character types", "VARBYTE type").</summary>
public static class TypeSpellings
{
    const int DefaultPrecision = 18;

    const int DefaultLength = 256;

    const int MostVarbyte = 16_777_216;

    static readonly FrozenDictionary<string, TypeKind> Kinds = new Dictionary<string, TypeKind>
    {
        ["smallint"] = TypeKind.SmallInt,
        ["int2"] = TypeKind.SmallInt,
        ["integer"] = TypeKind.Integer,
        ["int"] = TypeKind.Integer,
        ["int4"] = TypeKind.Integer,
        ["bigint"] = TypeKind.BigInt,
        ["int8"] = TypeKind.BigInt,
        ["decimal"] = TypeKind.Decimal,
        ["numeric"] = TypeKind.Decimal,
        ["dec"] = TypeKind.Decimal,
        ["real"] = TypeKind.Real,
        ["float4"] = TypeKind.Real,
        ["double precision"] = TypeKind.DoublePrecision,
        ["float8"] = TypeKind.DoublePrecision,
        ["float"] = TypeKind.DoublePrecision,
        ["boolean"] = TypeKind.Boolean,
        ["bool"] = TypeKind.Boolean,
        ["char"] = TypeKind.Char,
        ["character"] = TypeKind.Char,
        ["nchar"] = TypeKind.Char,
        ["national character"] = TypeKind.Char,
        ["national char"] = TypeKind.Char,
        ["bpchar"] = TypeKind.Char,
        ["varchar"] = TypeKind.Varchar,
        ["character varying"] = TypeKind.Varchar,
        ["char varying"] = TypeKind.Varchar,
        ["nvarchar"] = TypeKind.Varchar,
        ["national character varying"] = TypeKind.Varchar,
        ["national char varying"] = TypeKind.Varchar,
        ["nchar varying"] = TypeKind.Varchar,
        ["text"] = TypeKind.Varchar,
        ["date"] = TypeKind.Date,
        ["time"] = TypeKind.Time,
        ["time without time zone"] = TypeKind.Time,
        ["timetz"] = TypeKind.TimeTz,
        ["time with time zone"] = TypeKind.TimeTz,
        ["timestamp"] = TypeKind.Timestamp,
        ["timestamp without time zone"] = TypeKind.Timestamp,
        ["datetime"] = TypeKind.Timestamp,
        ["timestamptz"] = TypeKind.TimestampTz,
        ["timestamp with time zone"] = TypeKind.TimestampTz,
        ["interval"] = TypeKind.Interval,
        ["intervaly2m"] = TypeKind.IntervalYearToMonth,
        ["intervald2s"] = TypeKind.IntervalDayToSecond,
        ["super"] = TypeKind.Super,
        ["varbyte"] = TypeKind.Varbyte,
        ["varbinary"] = TypeKind.Varbyte,
        ["binary varying"] = TypeKind.Varbyte,
        ["hllsketch"] = TypeKind.HllSketch,
        ["geometry"] = TypeKind.Geometry,
        ["geography"] = TypeKind.Geography,
        ["name"] = TypeKind.Name,
        ["oid"] = TypeKind.Oid,
        ["regclass"] = TypeKind.RegClass,
        ["regtype"] = TypeKind.RegType,
        ["regproc"] = TypeKind.RegProc,
    }.ToFrozenDictionary();

    /// <summary>The type, or null with the fault: its SQLSTATE and its message.</summary>
    /// <param name="inTable">True for a column's type, which has a length where it states none; a cast without one has no limit.</param>
    public static DataType? Read(TypeName name, bool inTable, out TypeFault fault)
    {
        fault = default;
        if (name is { Quoted: true, Name: "char" })
        {
            return new DataType(TypeKind.InternalChar);
        }

        if (!Kinds.TryGetValue(name.Name, out var kind))
        {
            fault = new TypeFault(SqlStates.UndefinedObject, $"type \"{name.Name}\" does not exist");
            return null;
        }

        if (name.IsArray)
        {
            return inTable ? Refused(SqlStates.FeatureNotSupported, $"type \"{TypeNames.Short(kind)}[]\" is not supported", out fault) : new DataType(TypeKind.Array);
        }

        return kind switch
        {
            TypeKind.Decimal => Decimal(name, out fault),
            TypeKind.DoublePrecision => Float(name, out fault),
            TypeKind.Char => Characters(name, kind, name.Name == "bpchar" ? inTable ? DefaultLength : 0 : 1, DataType.MaxChar, out fault),
            TypeKind.Varchar => Characters(name, kind, inTable ? DefaultLength : 0, DataType.MaxVarchar, out fault),
            TypeKind.Varbyte => Characters(name, kind, inTable ? DataType.DefaultVarbyte : 0, MostVarbyte, out fault),
            TypeKind.Interval => Interval(name.Qualifier, out fault),
            _ => new DataType(kind),
        };
    }

    /// <summary>The type of an INTERVAL with its qualifier, or without.</summary>
    public static DataType IntervalOf(IntervalQualifier? qualifier) => qualifier switch
    {
        null => DataType.Interval,
        { First: "year" or "month" } => DataType.IntervalYearToMonth,
        _ => DataType.IntervalDayToSecond with { Precision = (byte)Math.Clamp(qualifier.Precision ?? 6, 0, 6) },
    };

    static DataType? Interval(IntervalQualifier? qualifier, out TypeFault fault)
    {
        if (qualifier is { Precision: < 0 or > 6 })
        {
            return Refused(SqlStates.InvalidParameterValue, $"INTERVAL precision {qualifier.Precision} must be between 0 and 6", out fault);
        }

        fault = default;
        return IntervalOf(qualifier);
    }

    static DataType? Decimal(TypeName name, out TypeFault fault)
    {
        var precision = name.Arguments is [var first, ..] ? first.Number ?? 0 : DefaultPrecision;
        if (precision is < 1 or > DataType.MaxPrecision)
        {
            return Refused(SqlStates.InvalidParameterValue, $"DECIMAL precision {precision} must be between 1 and {DataType.MaxPrecision}", out fault);
        }

        var scale = name.Arguments is [_, var second, ..] ? second.Number ?? -1 : 0;
        if (scale is < 0 or > DataType.MaxScale)
        {
            return Refused(SqlStates.InvalidParameterValue, $"DECIMAL scale {scale} must be between 0 and {DataType.MaxScale}", out fault);
        }

        if (scale > precision)
        {
            return Refused(SqlStates.InvalidParameterValue, $"DECIMAL scale {scale} must be between 0 and precision {precision}", out fault);
        }

        fault = default;
        return DataType.Decimal((int)precision, (int)scale);
    }

    static DataType? Float(TypeName name, out TypeFault fault)
    {
        fault = default;
        return name.Arguments is not [{ Number: var bits }] ? DataType.DoublePrecision
            : bits is null or < 1 or > 53 ? Refused(SqlStates.InvalidParameterValue, "precision for FLOAT must be between 1 and 53 bits", out fault)
            : bits <= 24 ? DataType.Real : DataType.DoublePrecision;
    }

    static DataType? Characters(TypeName name, TypeKind kind, int byDefault, int most, out TypeFault fault)
    {
        fault = default;
        if (name.Arguments is not [var argument, ..])
        {
            return new DataType(kind, byDefault);
        }

        var length = argument.Number ?? most;
        return length < 1
            ? Refused(SqlStates.InvalidParameterValue, $"length for type {TypeNames.Short(kind)} must be at least 1", out fault)
            : length > most ? Refused(SqlStates.InvalidParameterValue, $"length for type {TypeNames.Short(kind)} cannot exceed {most}", out fault)
            : new DataType(kind, (int)length);
    }

    static DataType? Refused(string state, string message, out TypeFault fault)
    {
        fault = new TypeFault(state, message);
        return null;
    }
}
