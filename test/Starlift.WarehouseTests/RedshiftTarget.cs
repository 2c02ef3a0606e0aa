using Starlift.Objects;
using Starlift.Redshift;
using Starlift.RedshiftStandIn;
using Starlift.Secrets;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>A stand-in for Redshift, with STL views: those hold the raw values of rejects. The folder is a bucket of what stands in for S3.</summary>
sealed class RedshiftTarget : ScratchTarget
{
    StandIn _standIn = null!;

    public static async Task<ScratchTarget> StartAsync()
    {
        var target = new RedshiftTarget();
        target._standIn = await StandIn.StartAsync(new StandInOptions
        {
            Path = Path.Combine(target.Folder, "redshift.duckdb"),
            Store = target.S3,
            SysViews = false,
        });
        return target;
    }

    public override IObjectStore Store => new BucketStore(S3, $"s3://{Bucket}/");

    public override Task<IWarehouse> OpenAsync(Func<TableName, CreateTable?> tables) => OpenAsync(tables, WarehouseAccess.Write);

    public override Task<IWarehouse> OpenToReadAsync() => OpenAsync(_ => null, WarehouseAccess.Read);

    async Task<IWarehouse> OpenAsync(Func<TableName, CreateTable?> tables, WarehouseAccess access) => await RedshiftWarehouse.OpenAsync(
        new RedshiftOptions
        {
            Host = "localhost",
            Port = _standIn.Port,
            Database = _standIn.Options.Database,
            Login = _ => Task.FromResult(new RedshiftLogin(_standIn.Options.User, new Secret(_standIn.Options.Password))),
            Access = access,
            Manifests = $"s3://{Bucket}/manifests",
            RootCertificate = _standIn.RootCertificate,
            LockPatience = TimeSpan.FromMilliseconds(300),
        },
        tables,
        Store,
        S3,
        TestContext.Current.CancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await _standIn.DisposeAsync();
        await base.DisposeAsync();
    }

    string Bucket => Path.GetFileName(Folder);

    S3FolderObjectStore S3 => new(Path.GetDirectoryName(Folder)!);
}
