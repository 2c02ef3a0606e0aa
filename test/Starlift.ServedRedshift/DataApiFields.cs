using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Starlift.Server.Wire;
using Starlift.Warehouses;

namespace Starlift.ServedRedshift;

/// <summary>Values as fields of the Data API.</summary>
static class DataApiFields
{
    public static string TypeNameOf(ResultColumn column) => WireType.Of(column.Type).Number switch
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
        _ => new JsonObject { ["stringValue"] = TextOf(value) },
    };

    // As the wire has it, whose values are a length and bytes.
    static string TextOf(object value)
    {
        using var wire = new MemoryStream();
        var writer = new MessageWriter(wire);
        writer.Begin('D');
        new TextValues(exactFloats: true).Write(writer, value);
        writer.End();
        writer.SendAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return Encoding.UTF8.GetString(wire.ToArray().AsSpan(1 + 4 + 4));
    }
}
