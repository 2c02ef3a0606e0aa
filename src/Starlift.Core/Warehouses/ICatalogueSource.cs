using Starlift.Sql;
using Starlift.Sql.Meaning.Catalogues;

namespace Starlift.Warehouses;

/// <summary>What an engine's own catalogue says of its tables, in Redshift's types.</summary>
public interface ICatalogueSource
{
    /// <summary>
    /// The tables and views of these names. A name of which there is none is left out. Without a schema, temporary tables come first, then
    /// the schemas of the search path.
    /// </summary>
    Task<IReadOnlyDictionary<TableName, TableDefinition>> DescribeAsync(IReadOnlyCollection<TableName> tables, CancellationToken cancellationToken);

    /// <summary>The names of all schemas.</summary>
    Task<IReadOnlyCollection<string>> SchemasAsync(CancellationToken cancellationToken);
}
