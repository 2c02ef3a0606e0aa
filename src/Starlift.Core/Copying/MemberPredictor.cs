using System.Text;

namespace Starlift.Copying;

/// <summary>
/// Finds a member's node by its key. Records of one source repeat their keys in the same order, so the key at each position is
/// compared with the one seen there last, which saves the look-up. Not thread-safe: one a reader.
/// </summary>
sealed class MemberPredictor(PathNode node, bool ignoreCase)
{
    /// <summary>Positions beyond this are looked up each time.</summary>
    const int MaxPositions = 2_048;

    /// <summary>Longer keys are looked up each time: what is remembered must not grow with the data.</summary>
    const int MaxKey = 512;

    readonly Dictionary<string, PathNode> _members = node.Members.ToDictionary(
        member => Encoding.UTF8.GetString(member.Name),
        member => member.Node,
        ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    (byte[] Key, PathNode? Node)[] _seen = [];

    /// <param name="key">As written, without quotes.</param>
    /// <param name="escaped">The key has escapes in it.</param>
    /// <param name="position">0-based position of the member in its object.</param>
    public PathNode? Find(ReadOnlySpan<byte> key, bool escaped, int position)
    {
        var seen = _seen;
        if (position < seen.Length && key.SequenceEqual(seen[position].Key))
        {
            return seen[position].Node;
        }

        return LookUp(key, escaped, position);
    }

    PathNode? LookUp(ReadOnlySpan<byte> key, bool escaped, int position)
    {
        var found = _members.GetValueOrDefault(Decode(key, escaped));
        if (position < MaxPositions && key.Length <= MaxKey)
        {
            if (position >= _seen.Length)
            {
                var before = _seen.Length;
                Array.Resize(ref _seen, Math.Max(16, (position + 1) * 2));
                Array.Fill(_seen, ([0], null), before, _seen.Length - before);
            }

            _seen[position] = (key.ToArray(), found);
        }

        return found;
    }

    static string Decode(ReadOnlySpan<byte> key, bool escaped)
    {
        if (!escaped)
        {
            return Encoding.UTF8.GetString(key);
        }

        var decoded = new byte[key.Length];
        return Encoding.UTF8.GetString(decoded, 0, JsonText.Unescape(key, decoded));
    }
}
