using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Starlift.Stars;

/// <summary>
/// The rows of a table as sums: each belongs to a bucket by its key, and adds a hash of itself to it. Tables are the same where all sums are; whatever their
/// size, the sums have one.
/// </summary>
sealed class RowBuckets
{
    /// <summary>How many there are.</summary>
    public const int Count = 1 << 16;

    readonly UInt128[] _sums = new UInt128[Count];
    readonly long[] _rows = new long[Count];

    /// <summary>Rows in all.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows of a bucket.</summary>
    public long RowsOf(int bucket) => _rows[bucket];

    /// <param name="key">The row's key as text.</param>
    /// <param name="row">Its values as texts.</param>
    public void Add(string key, string[] row)
    {
        var bucket = Of(key);
        // A sum does not depend on the order, and counts a row as often as it is there.
        unchecked
        {
            _sums[bucket] += BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(row.Select(text => $"{text.Length}:{text}")))));
        }

        _rows[bucket]++;
        Rows++;
    }

    /// <summary>The buckets that are not the same there, in their order.</summary>
    public IEnumerable<int> Differing(RowBuckets other) =>
        Enumerable.Range(0, Count).Where(bucket => _sums[bucket] != other._sums[bucket] || _rows[bucket] != other._rows[bucket]);

    /// <summary>The bucket of a key.</summary>
    public static int Of(string key) => BinaryPrimitives.ReadUInt16BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
