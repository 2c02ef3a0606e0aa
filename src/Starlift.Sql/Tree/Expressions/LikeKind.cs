namespace Starlift.Sql.Tree;

/// <summary>Languages of patterns.</summary>
public enum LikeKind
{
    /// <summary>LIKE</summary>
    Like,

    /// <summary>ILIKE</summary>
    ILike,

    /// <summary>SIMILAR TO</summary>
    SimilarTo,
}
