using DuckDB.NET.Data;

// Runs a script on a DuckDB database, as the duckdb command does: "DuckDbHost <database> <file.sql>". Without arguments it ends at
// once, which shows what starting a .NET process costs.
return args.Length == 0 ? 0 : Run(args[0], args[1]);

static int Run(string database, string script)
{
    using var connection = new DuckDBConnection($"DataSource={database}");
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
