using Starlift.Objects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Conformance;

/// <summary>A warehouse under test, and how it writes values as text. Disposing removes what the case has made.</summary>
public interface IEngine : IAsyncDisposable
{
    IWarehouse Warehouse { get; }

    IObjectStore Store { get; }

    /// <summary>A SELECT of the columns, each as text in the form of the cases' expected.csv.</summary>
    string SelectAsText(CreateTable table, IReadOnlyList<string> columns);
}
