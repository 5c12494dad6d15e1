using Catalog.Core.Access;
using Catalog.Core.Access.Policies;

namespace Catalog.Core.Tests.Access;

public sealed class PolicyTests
{
    private static readonly Guid Id = Guid.Parse("9c12d441-03fe-4693-9a96-a0705ddf69c1");

    [Theory]
    [InlineData("""["s3tables:GetTable"]""", "arn:aws:s3tables:::bucket/analytics/table/*", CatalogAction.GetTable, "analytics", true)]
    [InlineData("""["s3tables:GetTable"]""", "arn:aws:s3tables:::bucket/analytics/table/*", CatalogAction.UpdateTable, "analytics", false)]
    [InlineData("""["s3tables:GetTable"]""", "arn:aws:s3tables:::bucket/analytics/table/*", CatalogAction.GetTable, "analytics2", false)]
    [InlineData("""["s3tables:*"]""", "arn:aws:s3tables:::bucket/orders", CatalogAction.GetNamespace, "orders", true)]
    [InlineData("""["s3tables:*"]""", "arn:aws:s3tables:::bucket/orders", CatalogAction.GetNamespace, "orders2", false)]
    [InlineData("""["s3tables:*"]""", "arn:aws:s3tables:::bucket/orders", CatalogAction.GetTable, "orders", false)]
    [InlineData("""["s3tables:*"]""", "arn:aws:s3tables:::bucket/orders*", CatalogAction.GetTable, "orders", true)]
    [InlineData("""["S3Tables:get*"]""", "*", CatalogAction.GetWarehouse, "any", true)]
    [InlineData("""["s3tables:Get?able"]""", "*", CatalogAction.GetTable, "any", true)]
    [InlineData("\"*\"", "*", CatalogAction.DeleteWarehouse, "any", true)]
    public void Allows_StatementThatAllows_MatchesActionAndResource(string actions, string resource, CatalogAction action, string warehouse, bool allowed) =>
        Policy($$"""{"Effect":"Allow","Action":{{actions}},"Resource":"{{resource}}"}""")
            .Allows(action, new AccessTarget(warehouse, "ns", "t", Id)).ShouldBe(allowed);

    [Fact]
    public void Allows_NoStatement_IsDenied() =>
        Policy("""{"Effect":"Deny","Action":"*","Resource":"*"}""").Allows(CatalogAction.GetTable, new AccessTarget("w")).ShouldBeFalse();

    [Fact]
    public void Allows_DenyAndAllow_DenyWinsInAnyOrder()
    {
        const string Allow = """{"Effect":"Allow","Action":"s3tables:*","Resource":"*"}""";
        const string Deny = """{"Effect":"Deny","Action":"s3tables:DeleteTable","Resource":"arn:aws:s3tables:::bucket/w/table/*"}""";
        foreach (PolicyPermissions policy in (PolicyPermissions[])[Policy($"{Allow},{Deny}"), Policy($"{Deny},{Allow}")])
        {
            policy.Allows(CatalogAction.DeleteTable, new AccessTarget("w", "ns", "t", Id)).ShouldBeFalse();
            policy.Allows(CatalogAction.DeleteTable, new AccessTarget("w2", "ns", "t", Id)).ShouldBeTrue();
            policy.Allows(CatalogAction.GetTable, new AccessTarget("w", "ns", "t", Id)).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("StringEquals", "data_science", "data_science", true)]
    [InlineData("StringEquals", "data_science", "data_science2", false)]
    [InlineData("StringEquals", "data_science", "Data_Science", false)]
    [InlineData("StringEqualsIgnoreCase", "data_science", "Data_Science", true)]
    [InlineData("StringLike", "data_*", "data_science", true)]
    [InlineData("StringLike", "a.*", "a.b", true)]
    [InlineData("StringLike", "a.*", "a%2Eb", false)]
    [InlineData("StringNotLike", "data_*", "data_science", false)]
    [InlineData("StringNotEquals", "data_science", "other", true)]
    [InlineData("StringEquals", "data_science", null, false)]
    [InlineData("StringNotEquals", "data_science", null, true)]
    public void Allows_ConditionOnNamespace_MustHold(string comparison, string value, string? ns, bool allowed) =>
        Policy($$$$"""{"Effect":"Allow","Action":"s3tables:*","Resource":"*","Condition":{"{{{{comparison}}}}":{"s3tables:namespace":"{{{{value}}}}"}}}""")
            .Allows(CatalogAction.GetTable, new AccessTarget("w", ns, "t")).ShouldBe(allowed);

    [Fact]
    public void Allows_SeveralConditions_AllMustHold()
    {
        PolicyPermissions policy = Policy(
            """{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"s3tables:namespace":["a","b"],"s3tables:tableName":"t"}}}""");
        policy.Allows(CatalogAction.GetTable, new AccessTarget("w", "b", "t")).ShouldBeTrue();
        policy.Allows(CatalogAction.GetTable, new AccessTarget("w", "b", "u")).ShouldBeFalse();
        policy.Allows(CatalogAction.GetTable, new AccessTarget("w", "c", "t")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("arn:aws:s3tables:::bucket/w/table/9c12d441-03fe-4693-9a96-a0705ddf69c1", true)]
    [InlineData("arn:aws:s3tables:::bucket/w*9c*", true)]
    [InlineData("arn:aws:s3tables:::bucket/w/table/*", false)]
    [InlineData("arn:aws:s3tables:::bucket/w/*", false)]
    [InlineData("arn:aws:s3tables:::bucket/w", false)]
    [InlineData("arn:aws:s3tables:::bucket/*", false)]
    [InlineData("*", false)]
    public void DependsOnTableId_ResourceNamesTables_IsTold(string resource, bool depends)
    {
        PolicyPermissions policy = Policy($$"""{"Effect":"Allow","Action":"*","Resource":"{{resource}}"}""");
        policy.DependsOnTableId.ShouldBe(depends);
        if (!depends)
        {
            policy.Allows(CatalogAction.GetTable, new AccessTarget("w", "n", "t", Id))
                .ShouldBe(policy.Allows(CatalogAction.GetTable, new AccessTarget("w", "n", "t")));
        }
    }

    [Fact]
    public void CanSee_RightInside_ShowsTheWarehouse()
    {
        PolicyPermissions policy = Policy(
            """{"Effect":"Allow","Action":"s3tables:GetTable","Resource":"arn:aws:s3tables:::bucket/w/table/*","Condition":{"StringEquals":{"s3tables:namespace":"a"}}}""");
        policy.CanSee("w").ShouldBeTrue();
        policy.CanSee("w2").ShouldBeFalse();
        Policy("""{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"*","Resource":"arn:aws:s3tables:::bucket/w*"}""")
            .CanSee("w").ShouldBeFalse();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("nonsense")]
    [InlineData("""{"Statement":[{"Effect":"allow","Action":"*","Resource":"*"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"s3tables:Fly","Resource":"*"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":[],"Resource":"*"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","NotAction":"*","Resource":"*"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"bucket/w"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:username":"x"}}}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Effect":"Deny","Action":"*","Resource":"*"}]}""")]
    public void Parse_AnythingNotUnderstood_IsRefused(string json) =>
        Should.Throw<InvalidPolicyException>(() => PolicyPermissions.Parse(json));

    private static PolicyPermissions Policy(string statements) => PolicyPermissions.Parse($$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""");
}
