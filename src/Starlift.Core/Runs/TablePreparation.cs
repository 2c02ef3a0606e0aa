using Starlift.Errors;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Runs;

/// <summary>
/// Makes the tables that are missing, those first that others refer to, and empties staging: with DELETE, because TRUNCATE commits the
/// transaction on Redshift (Amazon Redshift: "TRUNCATE").
/// </summary>
sealed class TablePreparation(Project project, IWarehouse warehouse)
{
    public async Task PrepareStarsAsync(CancellationToken cancellationToken)
    {
        foreach (var table in TableOrder.Of(project.StarTables))
        {
            await MakeAsync(table, warehouse.Capabilities.FillsEmptyTables ? WithoutNotNull(table.Definition) : table.Definition, cancellationToken);
        }
    }

    /// <param name="temporary">They are to end with the session.</param>
    /// <param name="cancellationToken">Ends the preparation.</param>
    public async Task PrepareStagingAsync(bool temporary, CancellationToken cancellationToken)
    {
        foreach (var table in project.StagingTables)
        {
            if (temporary)
            {
                // An earlier run of this session may have left one.
                await warehouse.ExecuteAsync(table.Definition with { Temporary = true, IfNotExists = true }, cancellationToken);
            }
            else
            {
                await MakeAsync(table, table.Definition, cancellationToken);
            }

            await warehouse.ExecuteAsync($"delete from {StarMerge.Quote(table.Name)}", cancellationToken);
        }
    }

    /// <summary>Drops durable staging tables that are not to be kept.</summary>
    public async Task DropStagingAsync(CancellationToken cancellationToken)
    {
        foreach (var table in project.StagingTables)
        {
            await warehouse.ExecuteAsync($"drop table if exists {StarMerge.Quote(table.Name)}", cancellationToken);
        }
    }

    static CreateTable WithoutNotNull(CreateTable table) =>
        table with { Columns = [.. table.Columns.Select(column => column with { NotNull = false })] };

    async Task MakeAsync(Table table, CreateTable definition, CancellationToken cancellationToken)
    {
        var columns = await warehouse.ColumnsOfAsync(table.Name, cancellationToken);
        if (columns is null)
        {
            await warehouse.ExecuteAsync(definition, cancellationToken);
            foreach (var comment in table.Comments)
            {
                await warehouse.ExecuteAsync(comment, cancellationToken);
            }
        }
        else if (!columns.SequenceEqual(table.Definition.Columns.Select(column => column.Name)))
        {
            var missing = table.Definition.Columns.FirstOrDefault(column => !columns.Contains(column.Name));
            throw new ConfigurationException(
                missing is null
                    ? $"table {table.Name} has other columns on the target than here: {string.Join(", ", columns)}"
                    : $"table {table.Name} has no column {missing.Name} on the target",
                table.Definition.Source.PlaceOf(missing?.Index ?? table.Definition.Source.Start),
                "change the table there with ALTER TABLE, or make it anew with starlift reset");
        }
    }
}
