using Starlift.Server.Sessions;

namespace Starlift.Server;

/// <summary>
/// What a server tells a client that it has let in, in the order and with the spelling of real clusters. Without server_protocol_version, show_discovery and
/// datashare_enabled Amazon's own drivers speak plain PostgreSQL.
/// </summary>
static class Greeting
{
    public static void Write(Backend backend, Startup startup, int process, int key)
    {
        backend.ParameterStatus("application_name", startup["application_name"] ?? "");
        backend.ParameterStatus("client_encoding", "UTF8");
        backend.ParameterStatus("datestyle", "ISO, MDY");
        backend.ParameterStatus("integer_datetimes", "on");
        backend.ParameterStatus("is_superuser", "on");
        backend.ParameterStatus("server_encoding", "UNICODE");
        backend.ParameterStatus("server_version", "8.0.2");
        backend.ParameterStatus("session_authorization", startup.User);
        backend.ParameterStatus("TimeZone", startup["timezone"] ?? "UTC");
        backend.ParameterStatus("padb_version", "1.0.63269");
        backend.ParameterStatus("max_numeric_precision", "38");
        backend.ParameterStatus("max_varchar_size", "65535");
        backend.Writer.Begin('K').Int32(process).Int32(key).End();
    }
}
