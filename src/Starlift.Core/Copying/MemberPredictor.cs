using System.Text;

namespace Starlift.Copying;

/// <summary>
/// Finds a member's node by its key. Records of one source repeat their keys in the same order, so the key at each position is
/// compared with the one seen there last, which saves the look-up. Not thread-safe: one a reader.
/// </summary>
/// <param name="node">Of the object.</param>
/// <param name="ignoreCase">Keys match without regard to case.</param>
/// <param name="tally">Is asked for the numbers of keys that nothing asks for; null where these are not counted.</param>
sealed class MemberPredictor(PathNode node, bool ignoreCase, CopyTally? tally)
{
    /// <summary>Positions beyond this are looked up each time.</summary>
    const int MaxPositions = 2_048;

    /// <summary>Longer keys are looked up each time: what is remembered must not grow with the data.</summary>
    const int MaxKey = 512;

    readonly Dictionary<string, PathNode> _members = node.Members.ToDictionary(
        member => Encoding.UTF8.GetString(member.Name),
        member => member.Node,
        ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    (byte[] Key, PathNode? Node, int Unknown)[] _seen = [];

    /// <param name="key">As written, without quotes.</param>
    /// <param name="escaped">The key has escapes in it.</param>
    /// <param name="position">0-based position of the member in its object.</param>
    /// <param name="unknown">The key's number in the tally where nothing asks for it; -1 where something does or there is no tally.</param>
    public PathNode? Find(ReadOnlySpan<byte> key, bool escaped, int position, out int unknown)
    {
        var seen = _seen;
        if (position < seen.Length && key.SequenceEqual(seen[position].Key))
        {
            unknown = seen[position].Unknown;
            return seen[position].Node;
        }

        return LookUp(key, escaped, position, out unknown);
    }

    PathNode? LookUp(ReadOnlySpan<byte> key, bool escaped, int position, out int unknown)
    {
        var name = Decode(key, escaped);
        var found = _members.GetValueOrDefault(name);
        unknown = found is null && tally is not null ? tally.KeyOf(name) : -1;
        if (position < MaxPositions && key.Length <= MaxKey)
        {
            if (position >= _seen.Length)
            {
                var before = _seen.Length;
                Array.Resize(ref _seen, Math.Max(16, (position + 1) * 2));
                Array.Fill(_seen, ([0], null, -1), before, _seen.Length - before);
            }

            _seen[position] = (key.ToArray(), found, unknown);
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
