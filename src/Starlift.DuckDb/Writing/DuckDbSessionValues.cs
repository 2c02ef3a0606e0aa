using Starlift.Sql.Meaning.Catalogues;

namespace Starlift.DuckDb.Writing;

/// <summary>Who a session is by its settings, as expressions.</summary>
sealed class DuckDbSessionValues(SessionSettings settings)
{
    public string User => settings["session_authorization"] is { Length: > 0 } name ? DuckDbName.Literal(name) : "current_user()";

    public string Database => settings[SessionParameters.Database] is { Length: > 0 } name ? DuckDbName.Literal(name) : "current_database()";

    public string Process => int.TryParse(settings[SessionParameters.Process], out var number)
        ? number.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Rows of all parameters: name, value.</summary>
    public string Settings => string.Join(", ", SessionParameters.Names.Select(name => $"({DuckDbName.Literal(name)}, {DuckDbName.Literal(settings[name] ?? "")})"));
}
