namespace Starlift.Inference;

/// <summary>A proposed star table and its model.</summary>
sealed record StarTable
{
    public required string Name { get; init; }

    public required string Comment { get; init; }

    /// <summary>Those of the key first.</summary>
    public required IReadOnlyList<StarColumn> Columns { get; init; }

    /// <summary>How many of the columns are the key.</summary>
    public required int KeyLength { get; init; }

    /// <summary>Columns and the table that they refer to, by its key.</summary>
    public IReadOnlyList<(IReadOnlyList<string> Columns, string Table)> References { get; init; } = [];

    /// <summary>The column that tells which of several rows of a key counts; null for any that has an order.</summary>
    public string? Newest { get; init; }

    /// <summary>Rows of a key are equal: one of them is as good as another.</summary>
    public bool IsDistinct { get; init; }

    /// <summary>FROM of the model.</summary>
    public required string From { get; init; }

    public IEnumerable<StarColumn> Key => Columns.Take(KeyLength);
}
