using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>Gives statements their meaning.</summary>
sealed class StatementBinder
{
    readonly BindContext _context;
    readonly QueryBinder _queries;
    readonly DefinitionBinder _definitions;
    readonly ChangeBinder _changes;

    public StatementBinder(BindContext context)
    {
        _context = context;
        _queries = new QueryBinder(context);
        _definitions = new DefinitionBinder(context, _queries);
        _changes = new ChangeBinder(context, _queries);
    }

    public BoundStatement Bind(Statement statement)
    {
        _context.Enter(statement);
        return statement switch
        {
            QueryStatement query => BindQuery(query),
            InsertStatement insert => _changes.Bind(insert),
            UpdateStatement update => _changes.Bind(update),
            DeleteStatement delete => _changes.Bind(delete),
            MergeStatement merge => new MergeBinder(_context, _queries, _changes).Bind(merge),
            CreateTableStatement create => _definitions.Bind(create),
            CreateTableAsStatement create => _definitions.Bind(create.Span, create.Name, create.Temporary, create.Columns, create.Query),
            CreateViewStatement view => _definitions.Bind(view),
            CreateMaterializedViewStatement view => _definitions.BindView(view.Span, view.Name, view.Columns, view.Query, orReplace: false),
            DeclareCursorStatement cursor => new BoundQueryStatement(cursor.Span, _queries.Bind(cursor.Query, Scope.Root())),
            ShowStatement show => new SettingBinder(_context).Show(show),
            ShowObjectsStatement show => new ShowBinder(_context, _queries).Bind(show),
            PrepareStatement prepare => BindPrepare(prepare),
            ExplainStatement explain => Bind(explain.Statement) with { Columns = [new ResultColumn("QUERY PLAN", Types.DataType.Text)] },
            _ => BindOther(statement),
        };
    }

    BoundStatement BindQuery(QueryStatement statement)
    {
        if (Into(statement.Query.Body) is { } into)
        {
            return _definitions.Bind(statement.Span, into.Name, into.Temporary, [], statement.Query);
        }

        var query = _queries.Bind(statement.Query, Scope.Root());
        return new BoundQueryStatement(statement.Span, query)
        {
            Columns = _context.Settings.UppercaseFieldNames
                ? [.. query.Columns.Select(column => column with { Name = column.Name.ToUpperInvariant() })]
                : query.Columns,
        };
    }

    BoundStatement BindPrepare(PrepareStatement prepare)
    {
        _context.Parameters = [.. prepare.Types.Select(type => _context.TypeOf(type, inTable: false))];
        return Bind(prepare.Statement) with { Columns = [] };
    }

    // INTO stands in the first input of a set operation
    static IntoClause? Into(QueryBody body) => body switch
    {
        Select select => select.Into,
        SetOperation operation => Into(operation.Left),
        _ => null,
    };

    BoundOther BindOther(Statement statement)
    {
        switch (statement)
        {
            case SetStatement set:
                new SettingBinder(_context).Check(set);
                break;
            case ResetStatement reset:
                new SettingBinder(_context).Check(reset);
                break;
        }

        return Other(statement);
    }

    BoundOther Other(Statement statement) => new(statement.Span, statement, statement switch
    {
        TruncateStatement truncate => _queries.Items.Table(truncate.Table),
        AlterTableStatement alter => new AlterBinder(_context, _queries, _definitions).Bind(alter),
        CreateObjectStatement { Kind: ObjectKind.Index or ObjectKind.Sequence } create => throw NotThere(create),
        CopyTableStatement copy => BindCopy(copy),
        CommentStatement { Kind: ObjectKind.Table or ObjectKind.View } comment => _queries.Items.Table(comment.Name.Name),
        _ => null,
    })
    {
        Source = statement is AlterTableStatement { Actions: [AppendFrom append] } appended ? new AlterBinder(_context, _queries, _definitions).Source(appended, append) : null,
        Default = statement is AlterTableStatement { Actions: [AddColumn add] } ? _definitions.DefaultOf(add.Column) : null,
    };

    SqlException NotThere(CreateObjectStatement create) => create.Kind == ObjectKind.Index
        ? _context.Fail(SqlStates.FeatureNotSupported, "CREATE INDEX is not supported", create.Span, "Redshift has no indexes: give the table a SORTKEY")
        : _context.Fail(SqlStates.FeatureNotSupported, "CREATE SEQUENCE is not supported", create.Span, "Redshift has no sequences: IDENTITY numbers the rows of a table");

    TableDefinition BindCopy(CopyTableStatement copy)
    {
        var (schema, name) = (copy.Table.Parts.Count > 1 ? _context.NameOf(copy.Table.Parts[^2]) : null, _context.NameOf(copy.Table.Parts[^1]));
        var table = _context.Catalogue.Find(schema, name) ?? throw _context.Fail(SqlStates.UndefinedTable, $"Cannot COPY into nonexistent table {name}", copy.Table.Span);
        foreach (var column in copy.Columns)
        {
            _definitions.IndexOf(table, column);
        }

        return table;
    }
}
