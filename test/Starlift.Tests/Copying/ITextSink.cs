using Starlift.Copying;

namespace Starlift.Tests.Copying;

/// <summary>A sink of a test's own.</summary>
interface ITextSink : IRowSink
{
    /// <summary>The first rows, their values parted by |; forgets them.</summary>
    IEnumerable<string> Take(int rows);
}
