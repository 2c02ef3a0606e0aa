using System.Globalization;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>Types in any spelling that Redshift knows, and names that may be none: whether a type exists is not looked at.</summary>
static class TypeParser
{
    public static TypeName Parse(ParserCursor cursor)
    {
        var start = cursor.Start;
        if (!cursor.Current.IsName)
        {
            throw cursor.Unexpected("a type");
        }

        var first = NameParser.ParseLabel(cursor);
        Identifier? schema = null;
        if (cursor.AcceptSymbol("."))
        {
            (schema, first) = (first, NameParser.ParseLabel(cursor));
        }

        var name = first.Quoted ? first.Name : Words(cursor, first.Name);
        var qualifier = name == "interval" ? ParseQualifier(cursor) : null;
        var arguments = cursor.OptionalBracketList(ParseArgument);
        if (!first.Quoted && ParseZone(cursor, name) is { } zone)
        {
            name += zone;
        }

        var isArray = cursor.IsSymbol("[") && cursor.Peek().IsSymbol("]");
        if (isArray)
        {
            cursor.Take();
            cursor.Take();
        }

        return new TypeName(cursor.Since(start), name, arguments, first.Quoted, schema, qualifier, isArray);
    }

    /// <summary>The fields behind INTERVAL; null where none stand there.</summary>
    public static IntervalQualifier? ParseQualifier(ParserCursor cursor)
    {
        var start = cursor.Start;
        if (AcceptField(cursor) is not { } first)
        {
            return null;
        }

        var precision = first == "second" ? ParsePrecision(cursor) : null;
        string? last = null;
        if (cursor.Is("to") && IsField(cursor.Peek()))
        {
            cursor.Take();
            last = AcceptField(cursor);
            precision = ParsePrecision(cursor) ?? precision;
        }

        return new IntervalQualifier(cursor.Since(start), first, last, precision);
    }

    static bool IsField(Token token) => token.Kind == TokenKind.Word && token.Value is "year" or "month" or "day" or "hour" or "minute" or "second";

    static string? AcceptField(ParserCursor cursor) => IsField(cursor.Current) ? cursor.Take().Value : null;

    static int? ParsePrecision(ParserCursor cursor)
    {
        if (!cursor.IsSymbol("("))
        {
            return null;
        }

        var argument = cursor.BracketList(ParseArgument)[0];
        return (int?)Math.Min(argument.Number ?? 6, int.MaxValue);
    }

    static string Words(ParserCursor cursor, string first) => first switch
    {
        "double" when cursor.Accept("precision") => "double precision",
        "character" or "char" or "nchar" or "bit" or "binary" when cursor.Accept("varying") => $"{first} varying",
        "national" when cursor.Accept("character", "varying") => "national character varying",
        "national" when cursor.Accept("character") => "national character",
        "national" when cursor.Accept("char", "varying") => "national char varying",
        "national" when cursor.Accept("char") => "national char",
        _ => first,
    };

    static string? ParseZone(ParserCursor cursor, string name) =>
        name is not ("time" or "timestamp") ? null
        : cursor.Accept("with", "time", "zone") ? " with time zone"
        : cursor.Accept("without", "time", "zone") ? " without time zone"
        : null;

    static TypeArgument ParseArgument(ParserCursor cursor)
    {
        var start = cursor.Start;
        if (cursor.Accept("max"))
        {
            return new TypeArgument(cursor.Since(start), null);
        }

        var negative = cursor.AcceptSymbol("-");
        return cursor.Current.Kind == TokenKind.Number
            && long.TryParse(cursor.Current.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? Made()
                : throw cursor.Unexpected("a whole number");

        TypeArgument Made()
        {
            cursor.Take();
            return new TypeArgument(cursor.Since(start), negative ? -number : number);
        }
    }
}
