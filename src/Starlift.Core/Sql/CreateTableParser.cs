namespace Starlift.Sql;

/// <summary>Reads a CREATE TABLE with columns (Amazon Redshift: "CREATE TABLE").</summary>
sealed class CreateTableParser
{
    static readonly string[] Attributes = ["backup", "diststyle", "distkey", "compound", "interleaved", "sortkey", "encode"];

    readonly SqlSource _source;
    readonly TokenCursor _cursor;
    readonly TableAttributes _table = new();

    public CreateTableParser(SqlSource source, TokenCursor cursor)
    {
        _source = source;
        _cursor = cursor;
    }

    /// <summary>False for all other statements, CREATE TABLE … AS SELECT too.</summary>
    public static bool Reads(IReadOnlyList<Token> tokens)
    {
        if (!tokens[0].Is("create"))
        {
            return false;
        }

        var index = tokens[1].Is("local") ? 2 : 1;
        index += tokens[index].Is("temp") || tokens[index].Is("temporary") ? 1 : 0;
        return tokens[index].Is("table") && !HasQuery(tokens.Skip(index));
    }

    public CreateTable Parse()
    {
        _cursor.Expect("create");
        var temporary = _cursor.Accept("local") | (_cursor.Accept("temp") || _cursor.Accept("temporary"));
        var word = _cursor.Current;
        _cursor.Expect("table");
        var ifNotExists = _cursor.Accept("if", "not", "exists");
        var nameToken = _cursor.Current;
        var name = _cursor.ExpectTable();
        temporary |= name.Name.StartsWith('#');
        ParseColumns();
        while (!_cursor.AtEnd)
        {
            ParseAttribute();
        }

        var statement = new CreateTable
        {
            Source = _source,
            Name = name,
            Words = new CreateTableWords(word.Start, nameToken.Start, temporary, ifNotExists),
            Temporary = temporary,
            IfNotExists = ifNotExists,
            Columns = [.. _table.Columns.Select(WithPrimaryKey)],
            Like = _table.Like,
            UniqueKeys = _table.UniqueKeys,
            ForeignKeys = _table.ForeignKeys,
            DistStyle = _table.DistStyle ?? (_table.DistKey is null ? null : "KEY"),
            DistKey = _table.DistKey,
            SortKey = _table.SortKey,
            Backup = _table.Backup,
        };
        new CreateTableRules(statement, _cursor, nameToken).Check();
        return statement;
    }

    static bool HasQuery(IEnumerable<Token> tokens)
    {
        var depth = 0;
        foreach (var token in tokens)
        {
            depth += token.IsSymbol("(") ? 1 : token.IsSymbol(")") ? -1 : 0;
            if (depth == 0 && token.Is("as"))
            {
                return true;
            }
        }

        return false;
    }

    void ParseColumns()
    {
        _cursor.ExpectSymbol("(");
        do
        {
            if (ConstraintParser.Reads(_cursor.Current))
            {
                ConstraintParser.Parse(_cursor, _table);
            }
            else
            {
                _table.Columns.Add(ColumnParser.Parse(_cursor, _table));
            }
        }
        while (_cursor.AcceptSymbol(","));
        if (!_cursor.AcceptSymbol(")"))
        {
            throw _cursor.Unexpected("',' or ')'");
        }
    }

    void ParseAttribute()
    {
        var first = _cursor.Current;
        if (_cursor.Accept("backup"))
        {
            _table.Backup = _cursor.Accept("yes") || (_cursor.Accept("no") ? false : throw _cursor.Unexpected("YES or NO", "yes", "no"));
        }
        else if (_cursor.Accept("diststyle"))
        {
            ParseDistStyle(first);
        }
        else if (_cursor.Accept("distkey"))
        {
            var columns = _cursor.ExpectNames("a column name");
            _table.DistKey = _table.DistKey is null && columns.Count == 1
                ? columns[0]
                : throw _cursor.Error(first, "the table has more than one DISTKEY", "a table is distributed by one column");
        }
        else if (_cursor.Accept("encode"))
        {
            _cursor.Expect("auto");
        }
        else
        {
            ParseSortKey(first);
        }
    }

    void ParseDistStyle(Token first)
    {
        var style = _cursor.Current;
        if (!style.Is("auto") && !style.Is("even") && !style.Is("key") && !style.Is("all"))
        {
            throw _cursor.Unexpected("AUTO, EVEN, KEY or ALL", "auto", "even", "key", "all");
        }

        _table.DistStyle = _table.DistStyle is null
            ? _cursor.Take().Value.ToUpperInvariant()
            : throw _cursor.Error(first, "the table states DISTSTYLE twice", "keep one of them");
    }

    void ParseSortKey(Token first)
    {
        var interleaved = _cursor.Accept("interleaved");
        var kind = interleaved || _cursor.Accept("compound");
        if (!_cursor.Accept("sortkey"))
        {
            throw _cursor.Unexpected(kind ? "SORTKEY" : "an attribute of the table, or the end of the statement", Attributes);
        }

        if (_table.SortKey is not null)
        {
            throw _cursor.Error(first, "the table states SORTKEY twice", "keep one of them");
        }

        _table.SortKey = !kind && _cursor.Accept("auto")
            ? new SortKey([], Auto: true)
            : new SortKey(_cursor.ExpectNames("a column name"), interleaved);
    }

    ColumnDefinition WithPrimaryKey(ColumnDefinition column) =>
        _table.UniqueKeys.Any(key => key.Primary && key.Columns.Contains(column.Name)) ? column with { NotNull = true } : column;
}
