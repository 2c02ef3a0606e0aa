using System.Globalization;
using System.Text.Json.Nodes;

namespace Starlift.RedshiftStandIn;

/// <summary>Values as fields of the Data API.</summary>
static class StandInFields
{
    public static string TypeNameOf(object? value) => StandInText.TypeOf(value) switch
    {
        16 => "bool",
        21 => "int2",
        23 => "int4",
        20 => "int8",
        1700 => "numeric",
        700 => "float4",
        701 => "float8",
        1082 => "date",
        1083 => "time",
        1114 => "timestamp",
        1184 => "timestamptz",
        6551 => "varbyte",
        _ => "varchar",
    };

    public static JsonNode Of(object? value) => value switch
    {
        null => new JsonObject { ["isNull"] = true },
        bool truth => new JsonObject { ["booleanValue"] = truth },
        sbyte or byte or short or ushort or int or uint or long => new JsonObject { ["longValue"] = Convert.ToInt64(value, CultureInfo.InvariantCulture) },
        float number => Of((double)number),
        double number when double.IsFinite(number) => new JsonObject { ["doubleValue"] = number },
        double number => new JsonObject { ["doubleValue"] = number.ToString(CultureInfo.InvariantCulture) },
        byte[] bytes => new JsonObject { ["blobValue"] = Convert.ToBase64String(bytes) },
        _ => new JsonObject { ["stringValue"] = StandInText.Of(value) },
    };
}
