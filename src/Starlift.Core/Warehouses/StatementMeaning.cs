using Starlift.Errors;
using Starlift.Sql;
using Starlift.Sql.Analysis;
using Starlift.Sql.Meaning;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Tree;

namespace Starlift.Warehouses;

/// <summary>The trees and the meanings of statements that a script holds.</summary>
public static class StatementMeaning
{
    /// <summary>False of a statement that an engine's says without its meaning: COPY, DROP TABLE, COMMENT, and CREATE TABLE without defaults.</summary>
    public static bool IsNeeded(SqlStatement statement) => statement switch
    {
        OtherStatement => true,
        CreateTable table => table.Columns.Any(column => column.Default is not null),
        _ => false,
    };

    /// <summary>The statement's tree.</summary>
    public static Statement TreeOf(SqlStatement statement) => statement is OtherStatement other
        ? other.Tree
        : RefusedSql.Tree(RefusedSql.Split(statement.Source)[0]);

    /// <summary>The statement's meaning.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="tree">Its tree.</param>
    /// <param name="catalogue">The tables that there are.</param>
    /// <exception cref="StarliftException">Redshift would refuse it, or it takes a parameter.</exception>
    public static BoundStatement Bind(SqlStatement statement, Statement tree, ICatalogue catalogue)
    {
        if (tree is not PrepareStatement && tree.DescendantsAndSelf().OfType<Placeholder>().FirstOrDefault() is { } parameter)
        {
            throw new ConfigurationException(
                "the statement takes a parameter here, and there is no value for it",
                statement.Source.PlaceOf(parameter.Span.Start),
                "write the value itself, or a variable: ${name}");
        }

        return BindOpen(statement, tree, catalogue);
    }

    /// <summary>The statement's meaning, whose parameters have no values yet.</summary>
    /// <exception cref="StarliftException">Redshift would refuse it.</exception>
    public static BoundStatement BindOpen(SqlStatement statement, Statement tree, ICatalogue catalogue)
    {
        if (tree is CreateViewStatement { NoSchemaBinding: true, Query: var query } && TableReads.Of(query).FirstOrDefault(name => name.Parts.Count == 1) is { } bare)
        {
            throw new StarliftException(ExitCode.RunFailed, new Problem(
                "All the relation names inside should be qualified when creating VIEW WITH NO SCHEMA BINDING",
                statement.Source.PlaceOf(bare.Span.Start),
                $"write its schema: public.{bare.Parts[0].Name}"));
        }

        try
        {
            return Binder.Bind(statement.Source, tree, catalogue);
        }
        catch (SqlException refused)
        {
            throw new StarliftException(ExitCode.RunFailed, new Problem(refused.Message, refused.Place, refused.Hint), refused);
        }
    }
}
