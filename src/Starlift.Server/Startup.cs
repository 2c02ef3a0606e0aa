using Starlift.Server.Wire;

namespace Starlift.Server;

/// <summary>What a client says of itself when it connects.</summary>
/// <param name="parameters">By name, in lower case.</param>
sealed class Startup(IReadOnlyDictionary<string, string> parameters)
{
    static readonly string[] OfSession = ["application_name", "client_encoding", "timezone", "extra_float_digits", "query_group", "search_path", "statement_timeout"];

    public string User => parameters.GetValueOrDefault("user", "");

    public string Database => parameters.GetValueOrDefault("database") is { Length: > 0 } named ? named : User;

    /// <exception cref="ServerError">It is no startup message.</exception>
    public static Startup Read(byte[] body)
    {
        var reader = new BodyReader(body);
        reader.Int32();
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (reader.Text() is { Length: > 0 } name)
        {
            parameters[name] = reader.Text();
        }

        return parameters.ContainsKey("user")
            ? new Startup(parameters)
            : throw new ServerError(WireStates.InvalidAuthorization, "no user name specified in startup packet", isFatal: true);
    }

    /// <summary>
    /// What a session begins with, as if the client had said it by SET. Others, such as those of drivers' own, are none of the server's business.
    /// </summary>
    public IEnumerable<(string Name, string Value)> Settings =>
        parameters.Select(each => (Name: each.Key.ToLowerInvariant(), each.Value)).Where(each => OfSession.Contains(each.Name));

    /// <summary>The value that the client has given; null where it has given none.</summary>
    public string? this[string name] => parameters.GetValueOrDefault(name);
}
