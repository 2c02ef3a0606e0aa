using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Starlift.Copying;

/// <summary>
/// Counts what the rows of a reader do not hold of their records: keys without a column, columns without a value, digits. What is noted
/// of a record counts when <see cref="Keep"/> is called, and is forgotten at the next <see cref="Begin"/>. Not thread-safe: one a reader.
/// </summary>
sealed class CopyTally
{
    /// <summary>What <see cref="KeyOf"/> gives for keys that are not told by name.</summary>
    public const int OtherKeys = 0;

    /// <summary>What is remembered must not grow with the data.</summary>
    const int MostKeys = 1_000;
    const int LongestKey = 512;

    readonly IReadOnlyList<CopyColumn> _columns;
    readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);
    readonly List<int> _cut = [];
    readonly long[] _lost;

    /// <summary>A bit a column behind the first 64: it has a value in the record, and in any row.</summary>
    readonly ulong[] _moreOfRecord;
    readonly ulong[] _moreEver;

    /// <summary>By key: records that have it, and the last row that had.</summary>
    long[] _counts = new long[16];
    long[] _lastRows = new long[16];

    /// <summary>A bit a key of the record among the first 64. Records of one kind follow each other, so equal bits are counted together.</summary>
    ulong _metBits;
    ulong _sameBits;
    long _same;

    /// <summary>Other keys of the record.</summary>
    int[] _met = new int[32];
    int _metCount;

    /// <summary>A bit each of the first 64 columns, as above.</summary>
    ulong _record;
    ulong _ever;
    long _rows;
    long _emptyRows;

    public CopyTally(IReadOnlyList<CopyColumn> columns)
    {
        _columns = columns;
        _lost = new long[columns.Count];
        _moreOfRecord = new ulong[Math.Max(0, (columns.Count - 1) / 64)];
        _moreEver = new ulong[_moreOfRecord.Length];
    }

    /// <summary>Before a record is read, and before it is read anew.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin()
    {
        _metBits = 0;
        _metCount = 0;
        _record = 0;
        if (_cut.Count + _moreOfRecord.Length > 0)
        {
            _cut.Clear();
            Array.Clear(_moreOfRecord);
        }
    }

    /// <summary>The number of a key that no column takes.</summary>
    /// <param name="name">Decoded.</param>
    public int KeyOf(string name)
    {
        if (_keys.TryGetValue(name, out var key))
        {
            return key;
        }

        if (_keys.Count == MostKeys || Encoding.UTF8.GetByteCount(name) > LongestKey)
        {
            return OtherKeys;
        }

        key = _keys.Count + 1;
        _keys.Add(name, key);
        if (key == _counts.Length)
        {
            Array.Resize(ref _counts, key * 2);
            Array.Resize(ref _lastRows, key * 2);
        }

        return key;
    }

    /// <param name="key">Of <see cref="KeyOf"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Meet(int key)
    {
        if (key < 64)
        {
            _metBits |= 1UL << key;
            return;
        }

        if (_metCount == _met.Length)
        {
            Array.Resize(ref _met, _metCount * 2);
        }

        _met[_metCount++] = key;
    }

    /// <summary>The column has a value.</summary>
    public void Fill(int column)
    {
        if (column < 64)
        {
            _record |= 1UL << column;
        }
        else
        {
            _moreOfRecord[(column >> 6) - 1] |= 1UL << (column & 63);
        }
    }

    /// <summary>The columns of these bits have values; there are no more than 64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fill(ulong columns) => _record |= columns;

    /// <summary>The column holds less than the record says.</summary>
    public void Cut(int column) => _cut.Add(column);

    /// <summary>The record has become a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Keep()
    {
        _rows++;
        _ever |= _record;
        if (_metBits != _sameBits)
        {
            CountSame();
            _sameBits = _metBits;
        }

        _same++;
        // Most records have a value and nothing to tell.
        if (_metCount > 0 || _record == 0 || _cut.Count + _moreOfRecord.Length > 0)
        {
            KeepMore();
        }
    }

    /// <summary>Adds what another reader of the same COPY has counted.</summary>
    public void Add(CopyTally other)
    {
        other.CountSame();
        _rows += other._rows;
        _emptyRows += other._emptyRows;
        _counts[OtherKeys] += other._counts[OtherKeys];
        foreach (var (name, theirs) in other._keys)
        {
            var key = KeyOf(name);
            _counts[key] += other._counts[theirs];
        }

        _ever |= other._ever;
        for (var i = 0; i < _moreEver.Length; i++)
        {
            _moreEver[i] |= other._moreEver[i];
        }

        for (var i = 0; i < _lost.Length; i++)
        {
            _lost[i] += other._lost[i];
        }
    }

    public CopyFindings Finish()
    {
        CountSame();
        return Found();
    }

    CopyFindings Found() => new()
    {
        Rows = _rows,
        EmptyRows = _emptyRows,
        UnknownKeys =
        [
            .. _keys.Select(key => new UnknownKey(key.Key, _counts[key.Value])).Where(key => key.Records > 0)
                .OrderByDescending(key => key.Records).ThenBy(key => key.Name, StringComparer.Ordinal),
        ],
        RecordsWithOtherKeys = _counts[OtherKeys],
        NullColumns = [.. _columns.Where((_, i) => _rows > 0 && ((i < 64 ? _ever : _moreEver[(i >> 6) - 1]) & (1UL << (i & 63))) == 0).Select(column => column.Name)],
        LostDigits = [.. _columns.Select((column, i) => new LostDigits(column.Name, _lost[i])).Where(lost => lost.Values > 0)],
    };

    void CountSame()
    {
        for (var bits = _sameBits; bits != 0; bits &= bits - 1)
        {
            _counts[BitOperations.TrailingZeroCount(bits)] += _same;
        }

        _same = 0;
    }

    void KeepMore()
    {
        for (var i = 0; i < _metCount; i++)
        {
            var key = _met[i];
            if (_lastRows[key] != _rows)
            {
                _lastRows[key] = _rows;
                _counts[key]++;
            }
        }

        var any = _record;
        for (var i = 0; i < _moreOfRecord.Length; i++)
        {
            any |= _moreOfRecord[i];
            _moreEver[i] |= _moreOfRecord[i];
        }

        _emptyRows += any == 0 ? 1 : 0;
        foreach (var column in _cut)
        {
            _lost[column]++;
        }
    }
}
