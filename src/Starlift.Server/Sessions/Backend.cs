using Starlift.Server.Wire;

namespace Starlift.Server.Sessions;

/// <summary>What the server says (PostgreSQL: "Message formats").</summary>
sealed class Backend(MessageWriter writer)
{
    public MessageWriter Writer => writer;

    public void ParseComplete() => writer.Begin('1').End();

    public void BindComplete() => writer.Begin('2').End();

    public void CloseComplete() => writer.Begin('3').End();

    public void NoData() => writer.Begin('n').End();

    public void EmptyQuery() => writer.Begin('I').End();

    public void PortalSuspended() => writer.Begin('s').End();

    public void CommandComplete(string tag) => writer.Begin('C').Text(tag).End();

    /// <param name="status">I outside of a block, T within one, E within one that has failed.</param>
    public void ReadyForQuery(char status) => writer.Begin('Z').Byte((byte)status).End();

    public void ParameterStatus(string name, string value) => writer.Begin('S').Text(name).Text(value).End();

    public void ParameterDescription(IReadOnlyList<int> types)
    {
        writer.Begin('t').Int16(types.Count);
        foreach (var type in types)
        {
            writer.Int32(type == 0 ? WireType.Unknown : type);
        }

        writer.End();
    }

    /// <param name="columns">In order.</param>
    /// <param name="isBinary">The format of each, which nobody knows yet where a statement is described: then text.</param>
    public void RowDescription(IReadOnlyList<WireColumn> columns, Func<int, bool> isBinary)
    {
        writer.Begin('T').Int16(columns.Count);
        for (var index = 0; index < columns.Count; index++)
        {
            var (name, type) = columns[index];
            writer.Text(name).Int32(0).Int16(0).Int32(type.Number).Int16(type.Size).Int32(type.Modifier).Int16(isBinary(index) ? 1 : 0);
        }

        writer.End();
    }

    /// <exception cref="ServerError">A value can't be sent in the format that was asked for; the row is not sent.</exception>
    public void DataRow(object?[] row, IReadOnlyList<WireColumn> columns, Func<int, bool> isBinary, TextValues texts)
    {
        writer.Begin('D').Int16(row.Length);
        try
        {
            for (var index = 0; index < row.Length; index++)
            {
                if (isBinary(index))
                {
                    BinaryValues.Write(writer, row[index], columns[index].Type);
                }
                else
                {
                    texts.Write(writer, row[index]);
                }
            }
        }
        catch
        {
            writer.Abandon();
            throw;
        }

        writer.End();
    }

    public void Notice(string severity, string state, string message) =>
        writer.Begin('N').Byte((byte)'S').Text(severity).Byte((byte)'C').Text(state).Byte((byte)'M').Text(message).Byte(0).End();

    public void Error(ServerError error)
    {
        writer.Begin('E').Byte((byte)'S').Text(error.IsFatal ? "FATAL" : "ERROR").Byte((byte)'C').Text(error.State).Byte((byte)'M').Text(error.Message);
        if (error.Hint is { } hint)
        {
            writer.Byte((byte)'H').Text(hint);
        }

        if (error.Position > 0)
        {
            writer.Byte((byte)'P').Text(error.Position.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        writer.Byte(0).End();
    }
}
