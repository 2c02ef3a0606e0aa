using System.Collections.Frozen;
using Starlift.Errors;

namespace Starlift.Sql;

/// <summary>Reads a type in any spelling that Redshift knows (Amazon Redshift: "Data types").</summary>
public static class SqlTypeParser
{
    const int MaxChar = 4096;
    const int MaxVarchar = 65_535;
    const int MaxVarbyte = 16_777_216;

    static readonly FrozenDictionary<string, SqlTypeKind> Spellings = new Dictionary<string, SqlTypeKind>
    {
        ["smallint"] = SqlTypeKind.SmallInt,
        ["int2"] = SqlTypeKind.SmallInt,
        ["int"] = SqlTypeKind.Integer,
        ["integer"] = SqlTypeKind.Integer,
        ["int4"] = SqlTypeKind.Integer,
        ["bigint"] = SqlTypeKind.BigInt,
        ["int8"] = SqlTypeKind.BigInt,
        ["decimal"] = SqlTypeKind.Decimal,
        ["numeric"] = SqlTypeKind.Decimal,
        ["real"] = SqlTypeKind.Real,
        ["float4"] = SqlTypeKind.Real,
        ["float8"] = SqlTypeKind.DoublePrecision,
        ["float"] = SqlTypeKind.DoublePrecision,
        ["double"] = SqlTypeKind.DoublePrecision,
        ["boolean"] = SqlTypeKind.Boolean,
        ["bool"] = SqlTypeKind.Boolean,
        ["char"] = SqlTypeKind.Char,
        ["character"] = SqlTypeKind.Char,
        ["nchar"] = SqlTypeKind.Char,
        ["bpchar"] = SqlTypeKind.Char,
        ["varchar"] = SqlTypeKind.Varchar,
        ["nvarchar"] = SqlTypeKind.Varchar,
        ["text"] = SqlTypeKind.Varchar,
        ["date"] = SqlTypeKind.Date,
        ["time"] = SqlTypeKind.Time,
        ["timetz"] = SqlTypeKind.TimeTz,
        ["timestamp"] = SqlTypeKind.Timestamp,
        ["timestamptz"] = SqlTypeKind.TimestampTz,
        ["super"] = SqlTypeKind.Super,
        ["varbyte"] = SqlTypeKind.Varbyte,
        ["varbinary"] = SqlTypeKind.Varbyte,
        ["binary"] = SqlTypeKind.Varbyte,
    }.ToFrozenDictionary();

    static readonly FrozenDictionary<string, string> Hints = new Dictionary<string, string>
    {
        ["json"] = "Redshift keeps JSON in SUPER",
        ["jsonb"] = "Redshift keeps JSON in SUPER",
        ["serial"] = "write integer identity(1,1)",
        ["bigserial"] = "write bigint identity(1,1)",
        ["uuid"] = "Redshift has no UUID: write char(36)",
        ["bytea"] = "Redshift has no BYTEA: write varbyte",
        ["blob"] = "Redshift has no BLOB: write varbyte",
        ["tinyint"] = "Redshift's smallest integer is smallint",
        ["datetime"] = "write timestamp",
        ["string"] = "write varchar(n); n counts bytes",
        ["number"] = "write numeric(p,s)",
        ["long"] = "write bigint",
    }.ToFrozenDictionary();

    /// <summary>True where the word, folded, may begin a type.</summary>
    public static bool Knows(string word) => Spellings.ContainsKey(word);

    /// <summary>Takes the type at the cursor.</summary>
    /// <exception cref="ConfigurationException">There is none, or a number of it is out of range.</exception>
    public static SqlType Parse(TokenCursor cursor)
    {
        var first = cursor.Current;
        if (first.Kind != TokenKind.Word)
        {
            throw cursor.Unexpected("a type");
        }

        if (!Spellings.TryGetValue(first.Value, out var kind))
        {
            throw cursor.Error(first, $"type \"{first.Value}\" does not exist",
                Hints.GetValueOrDefault(first.Value) ?? NearMiss.Hint(first.Value, Spellings.Keys));
        }

        cursor.Take();
        return kind switch
        {
            SqlTypeKind.Decimal => ParseDecimal(cursor),
            SqlTypeKind.DoublePrecision => ParseDouble(cursor, first.Value),
            SqlTypeKind.Char when first.Value == "bpchar" => new SqlType(kind, ParseLength(cursor, 256, MaxChar)),
            SqlTypeKind.Char when cursor.Accept("varying") => new SqlType(SqlTypeKind.Varchar, ParseLength(cursor, 256, MaxVarchar)),
            SqlTypeKind.Char => new SqlType(kind, ParseLength(cursor, 1, MaxChar)),
            SqlTypeKind.Varchar => new SqlType(kind, ParseLength(cursor, 256, MaxVarchar)),
            SqlTypeKind.Varbyte => ParseVarbyte(cursor, first.Value),
            SqlTypeKind.Time => new SqlType(ParseZone(cursor) ? SqlTypeKind.TimeTz : SqlTypeKind.Time),
            SqlTypeKind.Timestamp => new SqlType(ParseZone(cursor) ? SqlTypeKind.TimestampTz : SqlTypeKind.Timestamp),
            _ => new SqlType(kind),
        };
    }

    static SqlType ParseDecimal(TokenCursor cursor)
    {
        var (precision, scale) = (18L, 0L);
        if (cursor.AcceptSymbol("("))
        {
            precision = cursor.ExpectInteger("the precision of DECIMAL", 1, 38);
            if (cursor.AcceptSymbol(","))
            {
                scale = cursor.ExpectInteger("the scale of DECIMAL", 0, Math.Min(precision, 37));
            }

            cursor.ExpectSymbol(")");
        }

        return new SqlType(SqlTypeKind.Decimal, Precision: (int)precision, Scale: (int)scale);
    }

    static SqlType ParseDouble(TokenCursor cursor, string spelling)
    {
        if (spelling == "double")
        {
            cursor.Expect("precision");
        }

        if (spelling != "float" || !cursor.AcceptSymbol("("))
        {
            return new SqlType(SqlTypeKind.DoublePrecision);
        }

        var bits = cursor.ExpectInteger("the precision of FLOAT", 1, 53);
        cursor.ExpectSymbol(")");
        return new SqlType(bits <= 24 ? SqlTypeKind.Real : SqlTypeKind.DoublePrecision);
    }

    static SqlType ParseVarbyte(TokenCursor cursor, string spelling)
    {
        if (spelling == "binary")
        {
            cursor.Expect("varying");
        }

        return new SqlType(SqlTypeKind.Varbyte, ParseLength(cursor, 64_000, MaxVarbyte));
    }

    static bool ParseZone(TokenCursor cursor)
    {
        if (cursor.Accept("with", "time", "zone"))
        {
            return true;
        }

        cursor.Accept("without", "time", "zone");
        return false;
    }

    static int ParseLength(TokenCursor cursor, int byDefault, int maximum)
    {
        if (!cursor.AcceptSymbol("("))
        {
            return byDefault;
        }

        var length = cursor.Accept("max") ? maximum : (int)cursor.ExpectInteger("the length in bytes", 1, maximum);
        cursor.ExpectSymbol(")");
        return length;
    }
}
