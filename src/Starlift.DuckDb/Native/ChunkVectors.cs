using Starlift.Copying;
using Starlift.Sql;

namespace Starlift.DuckDb.Native;

/// <summary>Where the columns of the data chunk at hand lie in memory. One a thread, pointed at chunk after chunk.</summary>
sealed unsafe class ChunkVectors : IDisposable
{
    readonly nint[] _validity;

    /// <param name="columns">Of the chunks.</param>
    /// <param name="endInBlank">Is told of columns whose texts end in blanks.</param>
    public ChunkVectors(IReadOnlyList<CopyColumn> columns, bool[] endInBlank)
    {
        EndInBlank = endInBlank;
        Handles = new nint[columns.Count];
        Data = new nint[columns.Count];
        _validity = new nint[columns.Count];
        DecimalBytes = [.. columns.Select(column => column.Type.Kind == SqlTypeKind.Decimal ? BytesOf(column.Type.Precision) : 0)];
    }

    /// <summary>Of each column's vector.</summary>
    public nint[] Handles { get; }

    /// <summary>Of each column's values.</summary>
    public nint[] Data { get; }

    /// <summary>The chunk's strings that do not fit into their slots.</summary>
    public TextArena Texts { get; } = new();

    /// <summary>By column, whether a text of it ends in a blank.</summary>
    public bool[] EndInBlank { get; }

    /// <summary>Bytes of a value of each DECIMAL column.</summary>
    public int[] DecimalBytes { get; }

    /// <param name="chunk">Just reset by DuckDB: every value is valid.</param>
    public void PointAt(nint chunk)
    {
        for (var column = 0; column < Handles.Length; column++)
        {
            Handles[column] = DuckDbApi.ChunkGetVector(chunk, (ulong)column);
            Data[column] = DuckDbApi.VectorGetData(Handles[column]);
        }

        Array.Clear(_validity);
        Texts.Reset();
    }

    public void SetInvalid(int column, int row)
    {
        if (_validity[column] == 0)
        {
            DuckDbApi.VectorEnsureValidityWritable(Handles[column]);
            _validity[column] = DuckDbApi.VectorGetValidity(Handles[column]);
        }

        ((ulong*)_validity[column])[row >> 6] &= ~(1UL << (row & 63));
    }

    /// <summary>Makes every value of the row valid again.</summary>
    public void SetValid(int row)
    {
        foreach (var validity in _validity)
        {
            if (validity != 0)
            {
                ((ulong*)validity)[row >> 6] |= 1UL << (row & 63);
            }
        }
    }

    public void Dispose() => Texts.Dispose();

    // How DuckDB stores a DECIMAL follows from its precision.
    static int BytesOf(int precision) => precision switch
    {
        <= 4 => 2,
        <= 9 => 4,
        <= 18 => 8,
        _ => 16,
    };
}
