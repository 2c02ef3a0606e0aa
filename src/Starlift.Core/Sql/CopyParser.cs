namespace Starlift.Sql;

/// <summary>Reads what follows COPY (Amazon Redshift: "COPY"). Options come in any order, each of them once.</summary>
sealed class CopyParser
{
    const int MaxMaxError = 100_000;

    static readonly string[] FormatKeywords = ["auto", "auto ignorecase", "noshred"];

    readonly TokenCursor _cursor;
    readonly CopyAuthorizationParser _authorization;
    readonly CsvFormatParser _csv;
    readonly Dictionary<string, Token> _stated = [];
    CopyStatement _copy;

    public CopyParser(SqlSource source, TokenCursor cursor)
    {
        _cursor = cursor;
        _authorization = new CopyAuthorizationParser(cursor);
        _csv = new CsvFormatParser(source, cursor);
        _copy = new CopyStatement { Source = source, Table = new TableName(null, ""), From = "", FromSpan = default, Json = JsonFormat.Auto };
    }

    public CopyStatement Parse()
    {
        var copy = _cursor.Previous;
        _copy = _copy with { Table = _cursor.ExpectTable(), Columns = ParseColumns() };
        ParseFrom();
        while (!_cursor.AtEnd)
        {
            ParseOption();
        }

        FinishFormat(copy);

        if (_stated.TryGetValue("maxerror", out var maxError) && _copy.IgnoreAllErrors)
        {
            throw _cursor.Error(maxError, "MAXERROR doesn't go with IGNOREALLERRORS", "keep one of them");
        }

        return _copy with { Authorization = _authorization.Finish(), DefaultRoleSpan = _authorization.DefaultRoleSpan };
    }

    void FinishFormat(Token copy)
    {
        if (_stated.ContainsKey("json"))
        {
            if (_stated.FirstOrDefault(stated => CsvFormatParser.HintsForJson.ContainsKey(stated.Key)) is { Key: { } name } stated)
            {
                throw _cursor.Error(stated.Value, $"COPY can't have {name.ToUpperInvariant()} here: JSON doesn't take it", CsvFormatParser.HintsForJson[name]);
            }
        }
        else if (_stated.ContainsKey("csv"))
        {
            _copy = _copy with { Csv = _csv.Finish() };
        }
        else
        {
            throw _cursor.Error(copy, $"the COPY into {_copy.Table} states neither JSON nor CSV, so that Redshift would read lines parted by a delimiter, without quotes",
                "add FORMAT AS JSON 'auto', or CSV");
        }
    }

    IReadOnlyList<string>? ParseColumns()
    {
        if (!_cursor.Current.IsSymbol("("))
        {
            return null;
        }

        var first = _cursor.Current;
        var columns = _cursor.ExpectNames("a column name");
        return columns.GroupBy(column => column).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw _cursor.Error(first, $"the column list names {twice.Key} twice", "name each column once")
            : columns;
    }

    void ParseFrom()
    {
        _cursor.Expect("from");
        var from = _cursor.Current;
        _copy = _copy with { From = _cursor.ExpectString("what to load (s3://bucket/prefix, or a path)"), FromSpan = new TextSpan(from.Start, from.End) };
        if (string.IsNullOrWhiteSpace(_copy.From))
        {
            throw _cursor.Error(from, "FROM names nothing", "write 's3://bucket/prefix', or a path");
        }

        if (_copy.From.IndexOf("://", StringComparison.Ordinal) is > 0 and var end && _copy.From[..end] is not ("s3" or "file"))
        {
            throw _cursor.Error(from, $"FROM names a {_copy.From[..end]} address",
                "Starlift loads from s3://bucket/prefix, or from a path");
        }
    }

    void ParseOption()
    {
        if (_authorization.Accept())
        {
            return;
        }

        var option = _cursor.Current;
        if (option.Kind != TokenKind.Word)
        {
            throw _cursor.Unexpected("an option of COPY", CopyOptions.Known);
        }

        if (_cursor.Accept("format") || _cursor.Accept("as"))
        {
            _cursor.Accept("as");
            option = _cursor.Current;
            if (!option.Is("json") && !option.Is("csv") && !CopyOptions.Refused.ContainsKey(option.Value))
            {
                throw _cursor.Unexpected("JSON or CSV", "json", "csv");
            }
        }

        if (CopyOptions.Refused.TryGetValue(option.Value, out var refusal))
        {
            throw _cursor.Error(option, $"COPY can't have {option.Value.ToUpperInvariant()} here: {refusal.Reason}", refusal.Hint);
        }

        if (!CopyOptions.Known.Contains(option.Value))
        {
            throw _cursor.Unexpected("an option of COPY", CopyOptions.Known);
        }

        _cursor.Take();
        if (!_stated.TryAdd(option.Value, option))
        {
            throw _cursor.Error(option, $"the COPY states {option.Value.ToUpperInvariant()} twice", "keep one of them");
        }

        Apply(option);
    }

    void Apply(Token option) => _copy = option.Value switch
    {
        "json" => ParseJson(),
        _ when CsvFormatParser.HintsForJson.ContainsKey(option.Value) => ParseCsv(option),
        "manifest" => _copy with { Manifest = true },
        "region" => _copy with { Region = ParseText("the region") },
        "gzip" => WithCompression(option, Compression.Gzip),
        "bzip2" => WithCompression(option, Compression.Bzip2),
        "zstd" => WithCompression(option, Compression.Zstd),
        "lzop" => WithCompression(option, Compression.Lzop),
        "encoding" => _copy with { Encoding = ParseEncoding() },
        "acceptanydate" => _copy with { AcceptAnyDate = true },
        "acceptinvchars" => _copy with { AcceptInvalidChars = ParseReplacement() },
        "blanksasnull" => _copy with { BlanksAsNull = true },
        "emptyasnull" => _copy with { EmptyAsNull = true },
        "trimblanks" => _copy with { TrimBlanks = true },
        "truncatecolumns" => _copy with { TruncateColumns = true },
        "roundec" => _copy with { RoundDecimals = true },
        "explicit_ids" => _copy with { ExplicitIds = true },
        "dateformat" => _copy with { DateFormat = ParseText("the date format") },
        "timeformat" => _copy with { TimeFormat = ParseText("the time format") },
        "ignoreheader" => _copy with { IgnoreHeader = ParseNumber("IGNOREHEADER", 0, int.MaxValue) },
        "maxerror" => _copy with { MaxError = ParseNumber("MAXERROR", 0, MaxMaxError) },
        "ignoreallerrors" => _copy with { IgnoreAllErrors = true },
        "noload" => _copy with { NoLoad = true, SaysNoLoad = true },
        "comprows" => Ignore(() => ParseNumber("COMPROWS", 1000, int.MaxValue)),
        "compupdate" => Ignore(() => ParseSwitch("preset")),
        _ => Ignore(() => ParseSwitch()),
    };

    CopyStatement ParseJson()
    {
        _cursor.Accept("as");
        var at = _cursor.Current;
        if (at.Kind != TokenKind.String)
        {
            return _copy;
        }

        var argument = _cursor.Take().Value;
        return argument switch
        {
            "auto" => _copy,
            "auto ignorecase" => _copy with { Json = JsonFormat.AutoIgnoreCase },
            "noshred" => _copy with { Json = JsonFormat.NoShred },
            _ when string.IsNullOrWhiteSpace(argument) => throw _cursor.Error(at, "JSON has an empty argument", "write 'auto'"),
            _ when Keyword(argument) is { } near =>
                throw _cursor.Error(at, $"'{argument}' is no argument of JSON", $"did you mean '{near}'?"),
            _ => _copy with { Json = JsonFormat.Paths, JsonPaths = argument },
        };
    }

    CopyStatement ParseCsv(Token option)
    {
        _csv.Parse(option);
        return _copy;
    }

    // a JSONPaths object of such a name would be a slip of the pen, and its absence a puzzling error later
    static string? Keyword(string argument) =>
        argument.AsSpan().IndexOfAny('/', '.') < 0 ? NearMiss.Of(argument, FormatKeywords) : null;

    CopyStatement WithCompression(Token option, Compression compression) => _copy.Compression == Compression.None
        ? _copy with { Compression = compression }
        : throw _cursor.Error(option,
            $"the COPY states {_copy.Compression.ToString().ToUpperInvariant()} and {option.Value.ToUpperInvariant()}",
            "all objects of a COPY have one compression");

    SourceEncoding ParseEncoding()
    {
        _cursor.Accept("as");
        var encoding = _cursor.Current;
        if (encoding.Kind is TokenKind.End or TokenKind.Number or TokenKind.Symbol)
        {
            throw _cursor.Unexpected("an encoding");
        }

        _cursor.Take();
        return encoding.Value.ToLowerInvariant() switch
        {
            "utf8" => SourceEncoding.Utf8,
            "utf16" => SourceEncoding.Utf16,
            "utf16le" => SourceEncoding.Utf16LittleEndian,
            "utf16be" => SourceEncoding.Utf16BigEndian,
            "iso88591" => SourceEncoding.Iso88591,
            _ => throw _cursor.Error(encoding, "ENCODING names no encoding of Redshift's",
                "write UTF8, UTF16, UTF16LE, UTF16BE or ISO88591"),
        };
    }

    char ParseReplacement()
    {
        _cursor.Accept("as");
        var at = _cursor.Current;
        if (at.Kind != TokenKind.String)
        {
            return '?';
        }

        return _cursor.Take().Value is [> '\0' and <= '\x7F' and var replacement]
            ? replacement
            : throw _cursor.Error(at, "the replacement of ACCEPTINVCHARS is not one ASCII character", "write ACCEPTINVCHARS AS '?'");
    }

    string ParseText(string what)
    {
        _cursor.Accept("as");
        var at = _cursor.Current;
        var text = _cursor.ExpectString(what);
        return text.Length > 0 ? text : throw _cursor.Error(at, $"expected {what} but found an empty string");
    }

    int ParseNumber(string option, int minimum, int maximum)
    {
        _cursor.Accept("as");
        return (int)_cursor.ExpectInteger(option, minimum, maximum);
    }

    int ParseSwitch(string? more = null)
    {
        _ = _cursor.Accept("on") || _cursor.Accept("off") || _cursor.Accept("true") || _cursor.Accept("false")
            || (more is not null && _cursor.Accept(more));
        return 0;
    }

    // these say how Redshift stores the rows, not which rows there are
    CopyStatement Ignore(Func<int> read)
    {
        read();
        return _copy;
    }
}
