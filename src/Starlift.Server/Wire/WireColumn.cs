using Starlift.Warehouses;

namespace Starlift.Server.Wire;

/// <summary>A column of a result as the client is told of it.</summary>
/// <param name="Name">Several may have one name.</param>
/// <param name="Type">Its type.</param>
readonly record struct WireColumn(string Name, WireType Type)
{
    public static IReadOnlyList<WireColumn> Of(IReadOnlyList<ResultColumn> columns) => [.. columns.Select(column => new WireColumn(column.Name, WireType.Of(column.Type)))];
}
