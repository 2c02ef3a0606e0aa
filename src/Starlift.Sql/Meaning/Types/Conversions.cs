namespace Starlift.Sql.Meaning.Types;

/// <summary>
/// Which types convert to which, and where (Amazon Redshift: "Data types", Type compatibility and conversion; "TRY_CAST function";
/// PostgreSQL 8.0 where these are silent).
/// </summary>
public static class Conversions
{
    static readonly TypeKind[] Numbers =
        [TypeKind.SmallInt, TypeKind.Integer, TypeKind.BigInt, TypeKind.Decimal, TypeKind.Real, TypeKind.DoublePrecision];

    static readonly TypeKind[] Texts = [TypeKind.Char, TypeKind.Varchar];

    static readonly int Kinds = Enum.GetValues<TypeKind>().Length;

    static readonly CastContext[] Casts = Make(trying: false);

    static readonly CastContext[] Tries = Make(trying: true);

    /// <summary>Where the conversion happens. An untyped literal converts to everything.</summary>
    public static CastContext Find(TypeKind from, TypeKind to) =>
        from == to || from == TypeKind.Unknown ? CastContext.Implicit : Casts[(int)from * Kinds + (int)to];

    /// <summary>True where the conversion happens in the context.</summary>
    public static bool Exists(TypeKind from, TypeKind to, CastContext context) => Find(from, to) is var found && found <= context && found != CastContext.Never;

    /// <summary>True where TRY_CAST takes the pair; CAST takes more.</summary>
    public static bool CanTry(TypeKind from, TypeKind to) => from == TypeKind.Unknown || Tries[(int)from * Kinds + (int)to] != CastContext.Never;

    static CastContext[] Make(bool trying)
    {
        var table = new CastContext[Kinds * Kinds];
        Array.Fill(table, CastContext.Never);

        void Add(CastContext context, TypeKind from, params ReadOnlySpan<TypeKind> targets)
        {
            foreach (var to in targets)
            {
                table[(int)from * Kinds + (int)to] = context;
            }
        }

        for (var i = 0; i < Numbers.Length; i++)
        {
            Add(CastContext.Implicit, Numbers[i], Numbers.AsSpan(i));
            Add(CastContext.Assignment, Numbers[i], Numbers.AsSpan(0, i));
            Add(CastContext.Implicit, Numbers[i], Texts);
            Add(CastContext.Assignment, Numbers[i], TypeKind.Super);
            Add(CastContext.Explicit, TypeKind.Char, Numbers[i]);
            Add(CastContext.Explicit, TypeKind.Varchar, Numbers[i]);
        }

        Add(CastContext.Explicit, TypeKind.Boolean, TypeKind.SmallInt, TypeKind.Integer, TypeKind.BigInt);
        Add(CastContext.Assignment, TypeKind.Boolean, TypeKind.Super);
        Add(CastContext.Assignment, TypeKind.SmallInt, TypeKind.Boolean);
        Add(CastContext.Assignment, TypeKind.Integer, TypeKind.Boolean);
        Add(CastContext.Assignment, TypeKind.BigInt, TypeKind.Boolean);

        Add(CastContext.Implicit, TypeKind.Char, TypeKind.Char, TypeKind.Varchar);
        Add(CastContext.Implicit, TypeKind.Varchar, TypeKind.Varchar);
        Add(CastContext.Assignment, TypeKind.Varchar, TypeKind.Char);
        foreach (var text in Texts)
        {
            Add(CastContext.Explicit, text, TypeKind.Date, TypeKind.Time, TypeKind.TimeTz, TypeKind.Timestamp, TypeKind.TimestampTz);
            Add(CastContext.Assignment, text, TypeKind.Super);
        }

        Add(CastContext.Implicit, TypeKind.Date, TypeKind.Date, TypeKind.Timestamp, TypeKind.TimestampTz, TypeKind.Char, TypeKind.Varchar);
        Add(CastContext.Implicit, TypeKind.Timestamp, TypeKind.Timestamp, TypeKind.TimestampTz, TypeKind.Char, TypeKind.Varchar);
        Add(CastContext.Assignment, TypeKind.Timestamp, TypeKind.Date, TypeKind.Time);
        Add(CastContext.Implicit, TypeKind.TimestampTz, TypeKind.TimestampTz, TypeKind.Char, TypeKind.Varchar);
        Add(CastContext.Assignment, TypeKind.TimestampTz, TypeKind.Timestamp, TypeKind.Date, TypeKind.Time, TypeKind.TimeTz);
        Add(CastContext.Implicit, TypeKind.Time, TypeKind.Time, TypeKind.Char, TypeKind.Varchar);
        Add(CastContext.Implicit, TypeKind.TimeTz, TypeKind.TimeTz, TypeKind.Char, TypeKind.Varchar);

        Add(CastContext.Assignment, TypeKind.Super, [.. Numbers, .. Texts, TypeKind.Boolean, TypeKind.Super]);
        if (trying)
        {
            return table;
        }

        Add(CastContext.Implicit, TypeKind.Time, TypeKind.TimeTz, TypeKind.IntervalDayToSecond);
        Add(CastContext.Assignment, TypeKind.TimeTz, TypeKind.Time);
        Add(CastContext.Assignment, TypeKind.Super, TypeKind.Date, TypeKind.Time, TypeKind.TimeTz, TypeKind.Timestamp, TypeKind.TimestampTz);
        foreach (var interval in (ReadOnlySpan<TypeKind>)[TypeKind.Interval, TypeKind.IntervalYearToMonth, TypeKind.IntervalDayToSecond])
        {
            Add(CastContext.Implicit, interval, TypeKind.Interval, TypeKind.Varchar);
            Add(CastContext.Assignment, interval, TypeKind.IntervalYearToMonth, TypeKind.IntervalDayToSecond);
            Add(CastContext.Explicit, TypeKind.Char, interval);
            Add(CastContext.Explicit, TypeKind.Varchar, interval);
        }

        foreach (var kind in (ReadOnlySpan<TypeKind>)[TypeKind.Char, TypeKind.Varchar, TypeKind.SmallInt, TypeKind.Integer, TypeKind.BigInt])
        {
            Add(CastContext.Explicit, kind, TypeKind.Varbyte);
        }

        Add(CastContext.Explicit, TypeKind.Varbyte, TypeKind.Char, TypeKind.Varchar);
        Add(CastContext.Explicit, TypeKind.Varbyte, TypeKind.SmallInt, TypeKind.Integer, TypeKind.BigInt);
        Add(CastContext.Assignment, TypeKind.Geometry, TypeKind.Geography);
        Add(CastContext.Assignment, TypeKind.Geography, TypeKind.Geometry);
        AddSystemTypes(Add);
        return table;
    }

    delegate void Adder(CastContext context, TypeKind from, params ReadOnlySpan<TypeKind> targets);

    // of PostgreSQL 8.0's catalogues, and casts of newer ones that clients write
    static void AddSystemTypes(Adder add)
    {
        add(CastContext.Implicit, TypeKind.Name, TypeKind.Varchar, TypeKind.Char);
        add(CastContext.Implicit, TypeKind.InternalChar, TypeKind.Varchar, TypeKind.Char);
        foreach (var text in Texts)
        {
            add(CastContext.Assignment, text, TypeKind.Name, TypeKind.InternalChar);
            add(CastContext.Explicit, text, TypeKind.Oid, TypeKind.RegClass);
        }

        foreach (var integer in (ReadOnlySpan<TypeKind>)[TypeKind.SmallInt, TypeKind.Integer, TypeKind.BigInt])
        {
            add(CastContext.Implicit, integer, TypeKind.Oid);
            add(CastContext.Assignment, TypeKind.Oid, integer);
            add(CastContext.Explicit, integer, TypeKind.InternalChar);
            add(CastContext.Explicit, TypeKind.InternalChar, integer);
        }

        add(CastContext.Implicit, TypeKind.Oid, TypeKind.Varchar, TypeKind.BigInt, TypeKind.RegClass);
        add(CastContext.Implicit, TypeKind.RegClass, TypeKind.Oid);
        add(CastContext.Explicit, TypeKind.RegClass, TypeKind.Varchar);
        foreach (var named in (ReadOnlySpan<TypeKind>)[TypeKind.RegType, TypeKind.RegProc])
        {
            add(CastContext.Implicit, named, TypeKind.Varchar, TypeKind.Char);
            add(CastContext.Explicit, named, TypeKind.Oid);
            add(CastContext.Explicit, TypeKind.Oid, named);
            add(CastContext.Explicit, TypeKind.Integer, named);
            add(CastContext.Explicit, TypeKind.Varchar, named);
            add(CastContext.Explicit, TypeKind.Name, named);
        }

        add(CastContext.Assignment, TypeKind.RegClass, TypeKind.Integer, TypeKind.BigInt);
        add(CastContext.Explicit, TypeKind.Name, TypeKind.Oid, TypeKind.RegClass);
        add(CastContext.Explicit, TypeKind.Array, TypeKind.Varchar);
        add(CastContext.Explicit, TypeKind.Record, TypeKind.Varchar);
    }
}
