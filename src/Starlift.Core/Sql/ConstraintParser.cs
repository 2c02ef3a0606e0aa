using Starlift.Errors;

namespace Starlift.Sql;

/// <summary>Reads a table constraint of a CREATE TABLE, and LIKE.</summary>
static class ConstraintParser
{
    /// <summary>True where a constraint or LIKE comes next; false where a column does.</summary>
    public static bool Reads(Token token) =>
        token.Is("constraint") || token.Is("unique") || token.Is("primary") || token.Is("foreign") || token.Is("like") || token.Is("check");

    public static void Parse(TokenCursor cursor, TableAttributes table)
    {
        if (cursor.Accept("constraint"))
        {
            cursor.ExpectName("the name of the constraint");
        }

        if (cursor.Accept("unique"))
        {
            table.UniqueKeys.Add(new UniqueKey(Primary: false, cursor.ExpectNames("a column name")));
        }
        else if (cursor.Accept("primary"))
        {
            cursor.Expect("key");
            table.UniqueKeys.Add(new UniqueKey(Primary: true, cursor.ExpectNames("a column name")));
        }
        else if (cursor.Accept("foreign"))
        {
            ParseForeignKey(cursor, table);
        }
        else if (cursor.Current.Is("like"))
        {
            ParseLike(cursor, table);
        }
        else if (cursor.Current.Is("check"))
        {
            throw NoCheck(cursor);
        }
        else
        {
            throw cursor.Unexpected("UNIQUE, PRIMARY KEY or FOREIGN KEY", "unique", "primary", "foreign");
        }
    }

    public static ConfigurationException NoCheck(TokenCursor cursor) =>
        cursor.Error(cursor.Current, "Redshift has no CHECK constraints", "write a SELECT of the bad rows into checks/ instead");

    static void ParseForeignKey(TokenCursor cursor, TableAttributes table)
    {
        cursor.Expect("key");
        var first = cursor.Current;
        var columns = cursor.ExpectNames("a column name");
        cursor.Expect("references");
        var referenced = cursor.ExpectTable();
        var referencedColumns = cursor.Current.IsSymbol("(") ? cursor.ExpectNames("a column name") : [];
        table.ForeignKeys.Add(referencedColumns.Count == 0 || referencedColumns.Count == columns.Count
            ? new ForeignKey(columns, referenced, referencedColumns)
            : throw cursor.Error(first,
                $"the foreign key has {columns.Count} columns, but refers to {referencedColumns.Count} of {referenced}",
                "name as many columns on both sides"));
    }

    static void ParseLike(TokenCursor cursor, TableAttributes table)
    {
        var like = cursor.Take();
        var other = cursor.ExpectTable();
        var including = cursor.Accept("including");
        if (including || cursor.Accept("excluding"))
        {
            cursor.Expect("defaults");
        }

        table.Like = table.Like is null
            ? new LikeClause(other, including)
            : throw cursor.Error(like, "the table has a LIKE already", "keep one of them");
    }
}
