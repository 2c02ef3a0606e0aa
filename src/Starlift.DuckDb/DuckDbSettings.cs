using Starlift.Warehouses;

namespace Starlift.DuckDb;

/// <summary>Settings that DuckDB needs to work as Starlift does: statements to be executed before any other.</summary>
static class DuckDbSettings
{
    // A commit of more than a few rows goes to the file at once: through the log it would be written twice, at the commit and when the log
    // is moved into the file.
    const string Log = "SET wal_autocheckpoint = '1MB'; ";

    // COPY promises no order; keeping one would cost half the time and most of the memory. Each row group is compressed as soon as it is
    // full, while it is in the processor's cache: five of them a thread would lie in memory until then.
    const string Rows = "SET preserve_insertion_order = false; SET write_buffer_row_group_count = 1; ";

    /// <summary>Of the engine, before it opens the file.</summary>
    public static string OfEngine(DuckDbOptions options) =>
        Log + (options.IsInMemory ? "" : $"SET temp_directory = {DuckDbName.Literal(TemporaryFolder(options))}; ") + Resources(options);

    /// <summary>Of a session. Memory and threads are the engine's: the session that is opened last decides.</summary>
    public static string OfSession(DuckDbOptions options) => Rows + Resources(options) + DuckDbDialect.SetUp;

    // Whoever reads may not be able to write beside the file, and several do so at once.
    static string TemporaryFolder(DuckDbOptions options) => options.Access == WarehouseAccess.Read
        ? Path.Combine(Path.GetTempPath(), $"starlift-{Guid.NewGuid():N}.tmp")
        : $"{options.Path}.tmp";

    static string Resources(DuckDbOptions options) =>
        (options.Memory is { } memory ? $"SET memory_limit = {DuckDbName.Literal(memory)}; " : "")
            + (options.Threads is { } threads ? $"SET threads = {threads}; " : "");
}
