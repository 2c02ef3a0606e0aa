namespace Starlift.WarehouseTests;

public sealed class RedshiftStreamTests : StreamContract
{
    /// <summary>The stand-in has DuckDB's types, and tells no digits.</summary>
    private protected override IReadOnlyList<string> Lengths => ["numeric", "character varying", "character varying"];

    /// <summary>The stand-in makes a result whole before it sends it.</summary>
    private protected override int Joins => 1;

    private protected override Task<ScratchTarget> MakeTargetAsync() => RedshiftTarget.StartAsync();
}
