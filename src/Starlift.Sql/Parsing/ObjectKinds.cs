using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>The words for kinds of objects.</summary>
static class ObjectKinds
{
    static readonly (string[] Words, ObjectKind Kind)[] Known =
    [
        (["table"], ObjectKind.Table),
        (["view"], ObjectKind.View),
        (["materialized", "view"], ObjectKind.MaterializedView),
        (["external", "view"], ObjectKind.View),
        (["schema"], ObjectKind.Schema),
        (["database"], ObjectKind.Database),
        (["column"], ObjectKind.Column),
        (["constraint"], ObjectKind.Constraint),
        (["function"], ObjectKind.Function),
        (["procedure"], ObjectKind.Procedure),
        (["user"], ObjectKind.User),
        (["group"], ObjectKind.Group),
        (["role"], ObjectKind.Role),
        (["language"], ObjectKind.Language),
        (["external", "table"], ObjectKind.ExternalTable),
        (["external", "schema"], ObjectKind.ExternalSchema),
        (["external", "function"], ObjectKind.ExternalFunction),
        (["unique", "index"], ObjectKind.Index),
        (["index"], ObjectKind.Index),
        (["sequence"], ObjectKind.Sequence),
        (["library"], ObjectKind.Library),
        (["external", "model"], ObjectKind.Model),
        (["model"], ObjectKind.Model),
        (["datashare"], ObjectKind.Datashare),
        (["rls", "policy"], ObjectKind.Policy),
        (["masking", "policy"], ObjectKind.Policy),
        (["identity", "provider"], ObjectKind.IdentityProvider),
        (["default", "privileges"], ObjectKind.DefaultPrivileges),
        (["system"], ObjectKind.System),
    ];

    /// <summary>The kind that comes next; null, with nothing taken, where the words are none.</summary>
    public static ObjectKind? Accept(ParserCursor cursor)
    {
        foreach (var (words, kind) in Known)
        {
            if (cursor.Accept(words))
            {
                return kind;
            }
        }

        return null;
    }
}
