using System.Buffers.Binary;
using System.Text;
using Starlift.Sql.Values;
using Starlift.Sql.Values.Hashes;

namespace Starlift.SqlTests.Values.Hashes;

public sealed class HashTests
{
    [Theory]
    [InlineData("a", -5808556873153909620)]
    [InlineData("a ", 620373080799520836)]
    [InlineData("é", 775207407765167617)]
    [InlineData("", -3750763034362895579)]
    public void FNV_hashes_the_bytes_of_a_text(string text, long expected) => Assert.Equal(expected, FnvHash.Of(Bytes(text)));

    [Fact]
    public void FNV_hashes_an_integer_little_endian_and_takes_a_seed()
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, 42);
        Assert.Equal(-55488592825689361, FnvHash.Of(bytes));
        Assert.Equal(FnvHash.Of(Bytes("ab")), FnvHash.Of(Bytes("b"), FnvHash.Of(Bytes("a"))));
    }

    [Fact]
    public void Murmur3_gives_the_values_of_its_page()
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, 1);
        Assert.Equal(1392991556, Murmur3.Of(bytes));
        BinaryPrimitives.WriteInt64LittleEndian(bytes, 34);
        Assert.Equal(2017239379, Murmur3.Of(bytes));
        Assert.Equal(-1563580564, Murmur3.Of(Bytes("Amazon Redshift")));
        Assert.Equal(1139631978, Murmur3.Of(Bytes("abcd")));
        Assert.Equal(1711522338, Murmur3.Of(Bytes("cd"), Murmur3.Of(Bytes("ab"))));
        Assert.Equal(1210000089, Murmur3.Of(Bytes("iceberg")));
    }

    [Fact]
    public void CRC32_is_Castagnoli_s() => Assert.Equal(0xf2726906, Crc32C.Of(Bytes("Amazon Redshift")));

    [Fact]
    public void The_fingerprint_is_that_of_the_page() => Assert.Equal(8085098817162212970, FarmFingerprint.Of(Bytes("Amazon Redshift")));

    // values of BigQuery's FARM_FINGERPRINT page, and of the algorithm itself for the longer branches
    [Theory]
    [InlineData("foo", 6150913649986995171)]
    [InlineData("", -7286425919675154353)]
    public void Short_texts_have_fingerprints_too(string text, long expected) => Assert.Equal(expected, FarmFingerprint.Of(Bytes(text)));

    [Fact]
    public void Each_length_has_a_fingerprint_of_its_own() =>
        Assert.Equal(200, Enumerable.Range(0, 200).Select(length => FarmFingerprint.Of(Bytes(new string('x', length)))).Distinct().Count());

    [Theory]
    [InlineData("abc", 224, "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7")]
    [InlineData("", 224, "d14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 224, "75388b16512776cc5dba5da1fd890150b0c6455cb4f58b1952522525")]
    [InlineData("abc", 256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("abc", 0, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("abc", 384, "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7")]
    [InlineData("abc", 1, "")]
    public void SHA2_knows_four_lengths(string text, int bits, string expected)
    {
        var hash = new TextBuffer();
        Sha2.Write(Bytes(text), bits, hash);
        Assert.Equal(expected, hash.ToString());
    }

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
