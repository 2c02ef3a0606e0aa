using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>COPY and UNLOAD: their options are read as words and values, what they mean is not looked at.</summary>
static class TransferParser
{
    public static CopyTableStatement ParseCopy(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        var table = NameParser.ParseTable(cursor);
        var columns = cursor.OptionalBracketList(NameParser.Parse);
        cursor.Expect("from");
        var source = LiteralParser.ParseString(cursor, "where to read from, in single quotes");
        var options = ParseOptions(cursor);
        return new CopyTableStatement(cursor.Since(start), table, columns, source, options);
    }

    public static UnloadStatement ParseUnload(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        cursor.ExpectSymbol("(");
        var query = LiteralParser.ParseString(cursor, "a query in single quotes");
        cursor.ExpectSymbol(")");
        cursor.Expect("to");
        var target = LiteralParser.ParseString(cursor, "where to write, in single quotes");
        var options = ParseOptions(cursor);
        return new UnloadStatement(cursor.Since(start), query, target, options);
    }

    static List<StatementOption> ParseOptions(ParserCursor cursor)
    {
        var options = new List<StatementOption>();
        while (!cursor.AtEnd)
        {
            options.Add(ParseOption(cursor));
        }

        return options;
    }

    static StatementOption ParseOption(ParserCursor cursor)
    {
        var start = cursor.Start;
        cursor.Accept("with");
        if (cursor.Current.Kind != TokenKind.Word)
        {
            throw cursor.Unexpected("an option");
        }

        var name = cursor.Take().Value;
        if (name == "partition")
        {
            cursor.Expect("by");
            name = "partition by";
        }

        cursor.Accept("as");
        var values = ParseValues(cursor, name);
        return new StatementOption(cursor.Since(start), name, values);
    }

    static List<Expression> ParseValues(ParserCursor cursor, string option)
    {
        var values = new List<Expression>();
        while (true)
        {
            var start = cursor.Start;
            var takesLiteral = values.Count == 0 || (values.Count == 1 && option == "format");
            if (takesLiteral && cursor.Current.Kind == TokenKind.String)
            {
                values.Add(LiteralParser.ParseString(cursor));
            }
            else if (takesLiteral && cursor.Current.Kind == TokenKind.Number)
            {
                values.Add(LiteralParser.ParseNumber(cursor));
            }
            else if (values.Count == 0 && cursor.IsSymbol("("))
            {
                values.AddRange(cursor.BracketList(ExpressionParser.Parse));
            }
            else if (cursor.Current.Kind == TokenKind.Word && TakesWord(option, cursor.Current.Value, values.Count))
            {
                var word = NameParser.ParseLabel(cursor);
                values.Add(new ColumnReference(cursor.Since(start), [word]));
                if (option == "format")
                {
                    cursor.Accept("as");
                }
            }
            else
            {
                return values;
            }
        }
    }

    /// <summary>True where the word belongs to the option before it and is no option of its own.</summary>
    static bool TakesWord(string option, string word, int before) => option switch
    {
        "iam_role" => word == "default" && before == 0,
        "format" or "encoding" => before == 0,
        "compupdate" or "statupdate" or "parallel" => word is "on" or "off" or "true" or "false" or "preset",
        "manifest" => word == "verbose",
        "encrypted" => word == "auto",
        "partition by" => word == "include",
        "maxfilesize" or "rowgroupsize" => word is "mb" or "gb",
        "json" or "dateformat" or "timeformat" => word == "auto" && before == 0,
        "shapefile" => word is "simplify" or "auto",
        _ => false,
    };
}
