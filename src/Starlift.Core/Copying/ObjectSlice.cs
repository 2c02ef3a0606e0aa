using Starlift.Objects;

namespace Starlift.Copying;

/// <summary>A stretch of one object that one reader reads: it begins with the first record boundary at or behind its start.</summary>
/// <param name="Object">Which object.</param>
/// <param name="ObjectIndex">0-based number of the object in its load.</param>
/// <param name="Index">0-based number of the slice in its object.</param>
/// <param name="Start">0-based offset.</param>
/// <param name="End">Offset behind the stretch; <see cref="long.MaxValue"/> for the object's last.</param>
sealed record ObjectSlice(ObjectVersion Object, int ObjectIndex, int Index, long Start, long End)
{
    public bool IsLast => End == long.MaxValue;
}
