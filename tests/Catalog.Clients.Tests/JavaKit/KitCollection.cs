namespace Catalog.Clients.Tests.JavaKit;

[CollectionDefinition(Name)]
public sealed class KitCollection : ICollectionFixture<KitServer>
{
    public const string Name = "the kit's server";
}
