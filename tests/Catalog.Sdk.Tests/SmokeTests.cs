namespace Catalog.Sdk.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void Assembly_Loads_HasName() => typeof(SmokeTests).Assembly.GetName().Name.ShouldBe("Catalog.Sdk.Tests");
}
