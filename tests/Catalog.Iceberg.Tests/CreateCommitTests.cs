namespace Catalog.Iceberg.Tests;

/// <summary>Commits that make a table, after a staged create.</summary>
public sealed class CreateCommitTests
{
    private static readonly string Schema = $$"""{"action":"add-schema","schema":{"type":"struct","fields":[{{Given.Columns}}]},"last-column-id":3}""";
    private const string Location = """{"action":"set-location","location":"s3://b/t"}""";

    [Fact]
    public void Build_WhatPyIcebergSends_MakesTheTable()
    {
        TableMetadata table = Given.Create(
            $$"""{"action":"assign-uuid","uuid":"{{Given.Uuid}}"}""",
            """{"action":"upgrade-format-version","format-version":2}""",
            Schema,
            """{"action":"set-current-schema","schema-id":-1}""",
            """{"action":"add-spec","spec":{"spec-id":0,"fields":[{"source-id":2,"field-id":1000,"transform":"identity","name":"data"}]}}""",
            """{"action":"set-default-spec","spec-id":-1}""",
            """{"action":"add-sort-order","sort-order":{"order-id":0,"fields":[]}}""",
            """{"action":"set-default-sort-order","sort-order-id":-1}""",
            Location,
            """{"action":"set-properties","updates":{"a":"b","format-version":"2"}}""",
            Given.Snapshot(1),
            Given.MoveMain(1));

        table.TableUuid.ShouldBe(Given.Uuid);
        table.MetadataLog.ShouldBeEmpty();
        table.CurrentSnapshotId.ShouldBe(1);
        table.LastPartitionId.ShouldBe(1000);
        table.LastColumnId.ShouldBe(3);
        table.Properties.Keys.ShouldBe(["a"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Build_FirstUpgrade_SetsTheInitialVersion(int version)
    {
        TableMetadata table = Given.Create($$"""{"action":"upgrade-format-version","format-version":{{version}}}""", Schema, Location);
        table.FormatVersion.ShouldBe(version);
        Guid.TryParse(table.TableUuid, out _).ShouldBeTrue();
    }

    [Fact]
    public void Build_NoLocation_IsRefused() => Given.Refused(() => Given.Create(Schema)).Field.ShouldBe("location");

    [Fact]
    public void Build_NoSchema_IsRefused() => Given.Refused(() => Given.Create(Location)).Field.ShouldBe("schema");

    [Fact]
    public void ForCreate_UnsupportedVersion_IsRefused() => Given.Refused(() => TableMetadataBuilder.ForCreate(4)).Field.ShouldBe("format-version");

    [Fact]
    public void Parse_OtherRequirementsBesideCreate_AreRefused() => Given.Refused(() => CommitTableRequest.Parse(Given.Json(
        """{"requirements":[{"type":"assert-create"},{"type":"assert-default-spec-id","default-spec-id":0}],"updates":[]}"""))).Field.ShouldBe("requirements");

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"requirements":null,"updates":null,"identifier":null}""")]
    public void Parse_NothingInIt_IsAnEmptyCommit(string json)
    {
        CommitTableRequest request = CommitTableRequest.Parse(Given.Json(json));
        request.Requirements.ShouldBeEmpty();
        request.Updates.ShouldBeEmpty();
        request.Identifier.ShouldBeNull();
        request.IsCreate.ShouldBeFalse();
    }

    [Fact]
    public void Parse_Identifier_IsRead()
    {
        TableIdentifier identifier = CommitTableRequest.Parse(Given.Json("""{"identifier":{"namespace":["a","b"],"name":"t"}}""")).Identifier!;
        identifier.Namespace.ShouldBe(["a", "b"]);
        identifier.Name.ShouldBe("t");
        Given.Refused(() => CommitTableRequest.Parse(Given.Json("""{"identifier":{"namespace":"a","name":"t"}}"""))).Field.ShouldBe("namespace");
        Given.Refused(() => CommitTableRequest.Parse(Given.Json("""{"updates":{}}"""))).Field.ShouldBe("updates");
        Given.Refused(() => CommitTableRequest.Parse(Given.Json("[]"))).Field.ShouldBe("request");
    }
}
