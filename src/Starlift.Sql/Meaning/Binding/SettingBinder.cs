using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>Gives SET, SHOW, CURRENT_SETTING and SET_CONFIG their meaning: a parameter's value is known when the statement is bound (Amazon Redshift: "SET", "SHOW").</summary>
sealed class SettingBinder(BindContext context)
{
    /// <summary>Parameters that the engine has to be told of, which a function can't do.</summary>
    static readonly string[] OfEngines = ["timezone", "search_path", "datestyle", "statement_timeout"];

    /// <summary>Refuses parameters that there are not.</summary>
    public void Check(SetStatement set)
    {
        if (set.Rest is null)
        {
            Existing(NameOf(set.Name), set.Name.Span);
        }
    }

    /// <summary>Refuses parameters that there are not.</summary>
    public void Check(ResetStatement reset)
    {
        if (reset.Name is { } name)
        {
            Existing(NameOf(name), name.Span);
        }
    }

    /// <summary>SHOW of a parameter, or of all: a query of its value.</summary>
    public BoundQueryStatement Show(ShowStatement show)
    {
        if (show.Name is { } given)
        {
            var name = NameOf(given);
            var value = context.Settings[name] ?? throw NoSuch(name, given.Span);
            return Rows(show.Span, [SessionParameters.ColumnName(name)], [[value]]);
        }

        return Rows(show.Span, ["name", "setting"], [.. SessionParameters.Names.Select(name => (string[])[name, context.Settings[name] ?? ""])]);
    }

    /// <summary>A call of CURRENT_SETTING or SET_CONFIG: the value itself.</summary>
    public BoundExpression Value(BoundCall call)
    {
        var name = Written(call.Arguments[0])?.ToLowerInvariant() ?? throw NotWritten(call, call.Arguments[0]);
        if (call.Function.Name == "set_config")
        {
            var wanted = Written(call.Arguments[1]) ?? throw NotWritten(call, call.Arguments[1]);
            Existing(name, call.Span);
            if (OfEngines.Contains(name))
            {
                throw context.Fail(SqlStates.FeatureNotSupported, $"SET_CONFIG of {name} is not supported here", call.Span, $"write the statement: SET {name} TO …");
            }

            context.Changes.Add(new SettingChange(name, wanted, Written(call.Arguments[2]) == "true"));
            return new BoundLiteral(call.Span, call.Type, wanted, true);
        }

        return context.Settings[name] is { } value ? new BoundLiteral(call.Span, call.Type, value, true)
            : call.Arguments.Count > 1 && Written(call.Arguments[1]) == "false" ? new BoundLiteral(call.Span, call.Type, null, false)
            : throw NoSuch(name, call.Span);
    }

    /// <summary>A parameter's name, with that of its class before it.</summary>
    public static string NameOf(QualifiedName name) => string.Join('.', name.Parts.Select(part => part.Name));

    void Existing(string name, TextSpan span)
    {
        if (SessionParameters.DefaultOf(name) is null && !SessionParameters.IsVariable(name) && name != "seed")
        {
            throw NoSuch(name, span);
        }
    }

    static BoundQueryStatement Rows(TextSpan span, IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var columns = names.Select(name => new ResultColumn(name, DataType.Text)).ToList();
        BoundBody body = Row(span, columns, rows[0]);
        foreach (var row in rows.Skip(1))
        {
            body = new BoundSetOperation(span, columns, body, SetOperator.Union, true, Row(span, columns, row));
        }

        return new BoundQueryStatement(span, new BoundQuery(span, [], body, [], null, null, columns)) { Columns = columns };
    }

    static BoundSelect Row(TextSpan span, List<ResultColumn> columns, IReadOnlyList<string> values) => new(
        span, columns, [.. values.Select((value, i) => new BoundItem(span, columns[i].Name, true, new BoundLiteral(span, DataType.Text, value, true)))], null);

    static string? Written(BoundExpression value) => value switch
    {
        BoundLiteral literal => literal.Text,
        BoundConversion { Operand: var operand } => Written(operand),
        _ => null,
    };

    SqlException NoSuch(string name, TextSpan span) => context.Fail(SqlStates.UndefinedObject, $"unrecognized configuration parameter \"{name}\"", span);

    SqlException NotWritten(BoundCall call, BoundExpression argument) => context.Fail(
        SqlStates.FeatureNotSupported, $"{call.Function.Name.ToUpperInvariant()} takes texts that are written here, and nothing that is calculated", argument.Span, "write the text itself");
}
