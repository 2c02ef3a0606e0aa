using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>PIVOT and UNPIVOT behind what stands in FROM (Amazon Redshift: "PIVOT and UNPIVOT examples").</summary>
static class PivotParser
{
    public static FromItem Parse(ParserCursor cursor, int start, FromItem source)
    {
        for (var length = 1; true; length++)
        {
            cursor.CheckChain(length);
            if (cursor.Accept("pivot"))
            {
                source = ParsePivot(cursor, start, source);
            }
            else if (cursor.Accept("unpivot"))
            {
                source = ParseUnpivot(cursor, start, source);
            }
            else
            {
                return source;
            }
        }
    }

    static PivotItem ParsePivot(ParserCursor cursor, int start, FromItem source)
    {
        cursor.ExpectSymbol("(");
        var aggregates = cursor.CommaList(SelectParser.ParseItem);
        cursor.Expect("for");
        var column = ParseColumn(cursor);
        cursor.Expect("in");
        var values = cursor.BracketList(SelectParser.ParseItem);
        cursor.ExpectSymbol(")");
        var alias = FromParser.ParseAlias(cursor);
        return new PivotItem(cursor.Since(start), source, aggregates, column, values, alias);
    }

    static UnpivotItem ParseUnpivot(ParserCursor cursor, int start, FromItem source)
    {
        var includeNulls = cursor.Accept("include", "nulls");
        if (!includeNulls)
        {
            cursor.Accept("exclude", "nulls");
        }

        cursor.ExpectSymbol("(");
        var value = NameParser.Parse(cursor);
        cursor.Expect("for");
        var name = NameParser.Parse(cursor);
        cursor.Expect("in");
        var columns = cursor.BracketList(SelectParser.ParseItem);
        cursor.ExpectSymbol(")");
        var alias = FromParser.ParseAlias(cursor);
        return new UnpivotItem(cursor.Since(start), source, includeNulls, value, name, columns, alias);
    }

    static ColumnReference ParseColumn(ParserCursor cursor)
    {
        var name = NameParser.ParseQualified(cursor, "a column");
        return new ColumnReference(name.Span, name.Parts);
    }
}
