namespace Catalog.Iceberg.Tests;

public sealed class SortOrderUpdateTests
{
    private const string SetLast = """{"action":"set-default-sort-order","sort-order-id":-1}""";

    private static string Order(params string[] fields) => $$"""{"action":"add-sort-order","sort-order":{"order-id":5,"fields":[{{string.Join(",", fields)}}]} }""";

    private static string Field(int source, string transform = "identity", string direction = "asc", string nulls = "nulls-first") =>
        $$"""{"source-id":{{source}},"transform":"{{transform}}","direction":"{{direction}}","null-order":"{{nulls}}"}""";

    [Fact]
    public void AddSortOrder_New_BeginsAtOne()
    {
        TableMetadata table = Given.Table().Apply(Order(Field(1)), SetLast);
        table.DefaultSortOrderId.ShouldBe(1);
        TableMetadata next = table.Apply(Order(Field(1, direction: "desc", nulls: "nulls-last")), SetLast);
        next.DefaultSortOrderId.ShouldBe(2);
        next.SortOrders.Select(order => order.OrderId).ShouldBe([0, 1, 2]);
    }

    [Fact]
    public void AddSortOrder_Same_IsReused()
    {
        TableMetadata table = Given.Table().Apply(Order(Field(1)));
        table.Apply(Order(Field(1))).ShouldBeSameAs(table);
        table.Apply(Order()).ShouldBeSameAs(table);
    }

    [Fact]
    public void AddSortOrder_Empty_IsAlwaysOrderZero()
    {
        TableMetadata table = Given.Create(
            """{"action":"set-location","location":"s3://b/t"}""",
            $$"""{"action":"add-schema","schema":{"type":"struct","fields":[{{Given.Columns}}]} }""",
            Order(Field(1)), Order(), SetLast);
        table.SortOrders.Select(order => order.OrderId).ShouldBe([1, 0]);
        table.DefaultSortOrderId.ShouldBe(0);
    }

    [Theory]
    [InlineData(99, "identity", "asc", "nulls-first")]
    [InlineData(2, "day", "asc", "nulls-first")]
    [InlineData(1, "identity", "up", "nulls-first")]
    [InlineData(1, "identity", "asc", "first")]
    [InlineData(1, "unheard", "asc", "nulls-first")]
    public void AddSortOrder_BadField_IsRefused(int source, string transform, string direction, string nulls) =>
        Given.Refused(() => Given.Table().Apply(Order(Field(source, transform, direction, nulls))));

    [Fact]
    public void SetDefaultSortOrder_Unknown_IsRefused()
    {
        Given.Refused(() => Given.Table().Apply("""{"action":"set-default-sort-order","sort-order-id":3}""")).Field.ShouldBe("sort-order-id");
        Given.Refused(() => Given.Table().Apply(SetLast)).Message.ShouldContain("no sort order has been added");
        Given.Refused(() => Given.Table().Apply(Order(Field(1)), Order(), SetLast));
    }
}
