namespace Starlift.Sql;

/// <summary>Reads one column of a CREATE TABLE; what concerns the whole table goes into the <see cref="TableAttributes"/>.</summary>
sealed class ColumnParser
{
    static readonly string[] Attributes =
    [
        "default", "identity", "generated", "encode", "distkey", "sortkey", "collate", "not", "null", "unique", "primary", "references",
        "constraint",
    ];

    readonly TokenCursor _cursor;
    readonly TableAttributes _table;
    readonly string _name;
    readonly HashSet<string> _stated = [];
    ColumnDefinition _column;

    ColumnParser(TokenCursor cursor, TableAttributes table)
    {
        _cursor = cursor;
        _table = table;
        var first = cursor.Current;
        _name = cursor.ExpectName("a column name");
        _column = new ColumnDefinition { Name = _name, Index = first.Start, Type = SqlTypeParser.Parse(cursor) };
    }

    public static ColumnDefinition Parse(TokenCursor cursor, TableAttributes table) => new ColumnParser(cursor, table).Parse();

    ColumnDefinition Parse()
    {
        while (!_cursor.Current.IsSymbol(",") && !_cursor.Current.IsSymbol(")") && !_cursor.AtEnd)
        {
            ParseAttribute();
        }

        return _column;
    }

    void ParseAttribute()
    {
        var attribute = _cursor.Current;
        if (attribute.Kind != TokenKind.Word)
        {
            throw _cursor.Unexpected("an attribute of the column, ',' or ')'");
        }

        switch (attribute.Value)
        {
            case "default":
                Once(attribute, "default", "DEFAULT or IDENTITY");
                _cursor.Take();
                _column = _column with { Default = ParseExpression() };
                break;
            case "identity":
                Once(attribute, "default", "DEFAULT or IDENTITY");
                _cursor.Take();
                ParseIdentity(attribute, byDefault: false);
                break;
            case "generated":
                Once(attribute, "default", "DEFAULT or IDENTITY");
                _cursor.Take();
                foreach (var word in (ReadOnlySpan<string>)["by", "default", "as", "identity"])
                {
                    _cursor.Expect(word);
                }

                ParseIdentity(attribute, byDefault: true);
                break;
            case "encode":
                Once(attribute, "encode", "ENCODE");
                _cursor.Take();
                ParseEncode();
                break;
            case "distkey":
                _cursor.Take();
                SetDistKey(attribute);
                break;
            case "sortkey":
                _cursor.Take();
                _table.SortKey = _table.SortKey is null
                    ? new SortKey([_name])
                    : throw _cursor.Error(attribute, "the table has a SORTKEY already",
                        "a sort key of several columns goes behind the columns: sortkey (a, b)");
                break;
            case "collate":
                Once(attribute, "collate", "COLLATE");
                _cursor.Take();
                ParseCollate();
                break;
            case "not":
                Once(attribute, "null", "NULL or NOT NULL");
                _cursor.Take();
                _cursor.Expect("null");
                _column = _column with { NotNull = true };
                break;
            case "null":
                Once(attribute, "null", "NULL or NOT NULL");
                _cursor.Take();
                break;
            default:
                ParseConstraint();
                break;
        }
    }

    void ParseConstraint()
    {
        if (_cursor.Accept("constraint"))
        {
            _cursor.ExpectName("the name of the constraint");
        }

        if (_cursor.Accept("unique"))
        {
            _table.UniqueKeys.Add(new UniqueKey(Primary: false, [_name]));
        }
        else if (_cursor.Accept("primary"))
        {
            _cursor.Expect("key");
            _table.UniqueKeys.Add(new UniqueKey(Primary: true, [_name]));
        }
        else if (_cursor.Accept("references"))
        {
            var table = _cursor.ExpectTable();
            var columns = _cursor.Current.IsSymbol("(") ? _cursor.ExpectNames("a column name") : [];
            _table.ForeignKeys.Add(new ForeignKey([_name], table, columns));
        }
        else if (_cursor.Current.Is("check"))
        {
            throw ConstraintParser.NoCheck(_cursor);
        }
        else
        {
            throw _cursor.Unexpected("an attribute of the column, ',' or ')'", Attributes);
        }
    }

    void Once(Token at, string group, string name)
    {
        if (!_stated.Add(group))
        {
            throw _cursor.Error(at, $"the column {_name} states {name} twice", "keep one of them");
        }
    }

    void SetDistKey(Token attribute) => _table.DistKey = _table.DistKey is null
        ? _name
        : throw _cursor.Error(attribute, $"the table has a DISTKEY already: {_table.DistKey}", "a table is distributed by one column");

    void ParseEncode()
    {
        var at = _cursor.Current;
        var encoding = at.Value.ToUpperInvariant();
        if (!at.IsName || !ColumnEncodings.All.Contains(encoding))
        {
            throw _cursor.Unexpected("a compression encoding", ColumnEncodings.All);
        }

        _cursor.Take();
        _column = ColumnEncodings.Suits(encoding, _column.Type)
            ? _column with { Encode = encoding }
            : throw _cursor.Error(at, $"ENCODE {encoding} doesn't suit the column {_name}, which is {_column.Type}",
                $"choose one of {ColumnEncodings.For(_column.Type)}, or leave the choice to Redshift");
    }

    void ParseCollate()
    {
        var insensitive = _cursor.Accept("case_insensitive") || _cursor.Accept("ci");
        if (!insensitive && !_cursor.Accept("case_sensitive") && !_cursor.Accept("cs"))
        {
            throw _cursor.Unexpected("CASE_SENSITIVE or CASE_INSENSITIVE", "case_sensitive", "case_insensitive");
        }

        _column = _column with { CaseInsensitive = insensitive };
    }

    void ParseIdentity(Token at, bool byDefault)
    {
        if (!_cursor.Current.IsSymbol("("))
        {
            _column = _column with { Identity = Counted(at, 1, 1, byDefault), NotNull = true };
            return;
        }

        _cursor.ExpectSymbol("(");
        var seed = _cursor.ExpectInteger("the seed of IDENTITY", long.MinValue, long.MaxValue);
        _cursor.ExpectSymbol(",");
        var stepToken = _cursor.Current;
        var step = _cursor.ExpectInteger("the step of IDENTITY", long.MinValue, long.MaxValue);
        _cursor.ExpectSymbol(")");
        _column = step == 0
            ? throw _cursor.Error(stepToken, "the step of IDENTITY is 0", "write 1 to count up")
            : _column with { Identity = Counted(at, seed, step, byDefault), NotNull = true };
    }

    Identity Counted(Token at, long seed, long step, bool byDefault) => _column.Type.Kind is SqlTypeKind.Integer or SqlTypeKind.BigInt
        ? new Identity(seed, step, byDefault)
        : throw _cursor.Error(at, $"the IDENTITY column {_name} is {_column.Type}", "IDENTITY needs integer or bigint");

    // the expression has no end of its own: it goes on to the next attribute outside its brackets
    string ParseExpression()
    {
        var first = _cursor.Current;
        if (first.Kind == TokenKind.End || first.IsSymbol(",") || first.IsSymbol(")"))
        {
            throw _cursor.Unexpected("the DEFAULT expression");
        }

        var depth = 0;
        do
        {
            var token = _cursor.Current;
            if (token.Is("select"))
            {
                throw _cursor.Error(token, $"the DEFAULT of {_name} holds a query",
                    "a default is a constant expression: no query, no column");
            }

            depth += token.IsSymbol("(") ? 1 : token.IsSymbol(")") ? -1 : 0;
            _cursor.Take();
        }
        while (!_cursor.AtEnd && (depth > 0 || !EndsExpression(_cursor.Current)));
        return _cursor.Text(first, _cursor.Previous);
    }

    static bool EndsExpression(Token token) =>
        token.IsSymbol(",") || token.IsSymbol(")") || (token.Kind == TokenKind.Word && Attributes.Contains(token.Value));
}
