using DuckDB.NET.Data;

// Runs a script on a DuckDB database, as the duckdb command does: "DuckDbHost <database> <file.sql> [<format, as v1.4.0>]". Without
// arguments it ends at once, which shows what starting a .NET process costs.
return args.Length == 0 ? 0 : Run(args[0], args[1], args.Length > 2 ? $";storage_compatibility_version={args[2]}" : "");

static int Run(string database, string script, string settings)
{
    using var connection = new DuckDBConnection($"DataSource={database}{settings}");
    connection.Open();
    using var command = connection.CreateCommand();
    command.CommandText = File.ReadAllText(script);
    using var reader = command.ExecuteReader();
    do
    {
        while (reader.Read())
        {
            Console.WriteLine(string.Join('\t', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }
    }
    while (reader.NextResult());
    return 0;
}
