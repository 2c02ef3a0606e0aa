using System.Runtime.CompilerServices;
using System.Text;
using Starlift.Objects;

namespace Starlift.Micro;

/// <summary>One object in memory.</summary>
sealed class RecordStore(byte[] bytes) : IObjectStore
{
    public ObjectVersion Version { get; } = new("s3://bench/records.json", "1", bytes.LongLength);

    public static RecordStore Of(IEnumerable<string> records) => new(Encoding.UTF8.GetBytes(string.Join('\n', records)));

    public async IAsyncEnumerable<ObjectVersion> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield return Version;
    }

    public ValueTask<ObjectVersion?> FindAsync(string uri, CancellationToken cancellationToken) => new(Version);

    public Stream OpenRead(ObjectVersion version, long offset, long expected, CancellationToken cancellationToken) =>
        new MemoryStream(bytes, (int)offset, bytes.Length - (int)offset, writable: false);
}
