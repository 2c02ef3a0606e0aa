using System.Text.Json;

namespace Starlift.Inference;

/// <summary>Takes the records out of a sample, one root value after the other as COPY does, whatever stands or does not stand between them.</summary>
static class RecordWalk
{
    /// <summary>The depth that COPY takes.</summary>
    const int MaxDepth = 1_000;

    static readonly JsonReaderOptions Options = new() { AllowMultipleValues = true, MaxDepth = MaxDepth };

    /// <param name="bytes">Whole records, the last of which may be cut off.</param>
    /// <param name="isWhole">Nothing is cut off.</param>
    /// <param name="record">Is given each record and how many bytes it has.</param>
    /// <returns>Where the text is no JSON, from 0; -1 where all of it is.</returns>
    public static long Read(ReadOnlySpan<byte> bytes, bool isWhole, Action<JsonElement, long> record)
    {
        var reader = new Utf8JsonReader(bytes, isFinalBlock: isWhole, new JsonReaderState(Options));
        var start = 0L;
        try
        {
            while (reader.Read())
            {
                start = reader.TokenStartIndex;
                if (!JsonDocument.TryParseValue(ref reader, out var document))
                {
                    break;
                }

                using (document)
                {
                    record(document.RootElement, reader.BytesConsumed - start);
                }

                start = reader.BytesConsumed;
            }

            return -1;
        }
        catch (JsonException)
        {
            return Math.Max(start, reader.BytesConsumed);
        }
    }
}
