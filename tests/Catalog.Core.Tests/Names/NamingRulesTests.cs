namespace Catalog.Core.Tests;

public sealed class NamingRulesTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("Ünïcode 表")]
    [InlineData("/ \\ ? # % + : \"")]
    [InlineData(" leading and trailing ")]
    [InlineData(".hidden.")]
    [InlineData("...")]
    [InlineData("😀")]
    public void Planasonix_WideNames_AreAllowed(string name)
    {
        SurfaceRules.Planasonix.Names.CheckTable(name);
        SurfaceRules.Planasonix.Names.CheckNamespace(NamespaceName.Of("a", name));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a\u0000b")]
    [InlineData("a\nb")]
    [InlineData("a\u0085b")]
    [InlineData("\u007f")]
    public void Planasonix_NarrowNames_AreRefused(string name) =>
        Should.Throw<InvalidRequestException>(() => SurfaceRules.Planasonix.Names.CheckTable(name));

    [Fact]
    public void Planasonix_LoneSurrogate_IsRefused() =>
        Should.Throw<InvalidRequestException>(() => SurfaceRules.Planasonix.Names.CheckTable("a" + (char)0xD800));

    [Fact]
    public void Planasonix_Length_CountsCodePoints()
    {
        SurfaceRules.Planasonix.Names.CheckTable(string.Concat(Enumerable.Repeat("😀", 250)));
        Should.Throw<InvalidRequestException>(() => SurfaceRules.Planasonix.Names.CheckTable(new string('a', 251)));
    }

    [Theory]
    [InlineData("orders_2", true)]
    [InlineData("0", true)]
    [InlineData("Orders", false)]
    [InlineData("a-b", false)]
    [InlineData("a.b", false)]
    [InlineData("é", false)]
    [InlineData("", false)]
    public void AIStor_Names_AreLowercaseDigitsUnderscores(string name, bool allowed)
    {
        if (allowed)
        {
            SurfaceRules.AIStor.Names.CheckTable(name);
            SurfaceRules.AIStor.Names.CheckNamespace(NamespaceName.Of(name));
            return;
        }

        Should.Throw<InvalidRequestException>(() => SurfaceRules.AIStor.Names.CheckTable(name));
        if (name.Length > 0)
        {
            Should.Throw<InvalidRequestException>(() => SurfaceRules.AIStor.Names.CheckNamespace(NamespaceName.Of(name)));
        }
    }

    [Fact]
    public void AIStor_Levels_AreTenAtMost()
    {
        SurfaceRules.AIStor.Names.CheckNamespace(NamespaceName.Of(Enumerable.Repeat("a", 10)));
        Should.Throw<InvalidRequestException>(() => SurfaceRules.AIStor.Names.CheckNamespace(NamespaceName.Of(Enumerable.Repeat("a", 11))));
    }

    [Theory]
    [InlineData("abc", true)]
    [InlineData("a-1", true)]
    [InlineData("ab", false)]
    [InlineData("a.b", false)]
    [InlineData("a_b", false)]
    [InlineData("Abc", false)]
    [InlineData("-abc", false)]
    [InlineData("abc-", false)]
    [InlineData("warehouses", false)]
    [InlineData("../etc", false)]
    public void Warehouse_Names_AreBucketNames(string name, bool allowed)
    {
        if (allowed)
        {
            NamingRules.CheckWarehouse(name);
        }
        else
        {
            Should.Throw<InvalidRequestException>(() => NamingRules.CheckWarehouse(name));
        }
    }

    [Theory]
    [InlineData("a\u001fb")]
    [InlineData("")]
    public void NamespaceName_LevelThatWouldSplit_IsRefused(string level) =>
        Should.Throw<InvalidRequestException>(() => NamespaceName.Of("x", level));

    [Fact]
    public void NamespaceName_OfTwoLevels_KnowsItsKeyParentAndText()
    {
        NamespaceName name = NamespaceName.Of("a", "b.c");
        name.Key.ShouldBe("a\u001fb.c");
        name.ToString().ShouldBe("a.b.c");
        name.Parent.ShouldBe(NamespaceName.Of("a"));
        name.ShouldBe(NamespaceName.FromKey(name.Key));
        name.ShouldNotBe(NamespaceName.Of("a", "b", "c"));
    }
}
