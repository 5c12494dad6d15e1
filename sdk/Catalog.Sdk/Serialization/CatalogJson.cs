using System.Text.Json;
using System.Text.Json.Serialization;
using Catalog.Sdk.Commits;
using Catalog.Sdk.Namespaces;
using Catalog.Sdk.Tables;
using Catalog.Sdk.Warehouses;

namespace Catalog.Sdk.Serialization;

/// <summary>How the models are read and written, generated at build time so that trimming leaves nothing out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(AssignUuidUpdate))]
[JsonSerializable(typeof(UpgradeFormatVersionUpdate))]
[JsonSerializable(typeof(AddSchemaUpdate))]
[JsonSerializable(typeof(SetCurrentSchemaUpdate))]
[JsonSerializable(typeof(AddPartitionSpecUpdate))]
[JsonSerializable(typeof(SetDefaultPartitionSpecUpdate))]
[JsonSerializable(typeof(AddSortOrderUpdate))]
[JsonSerializable(typeof(SetDefaultSortOrderUpdate))]
[JsonSerializable(typeof(AddSnapshotUpdate))]
[JsonSerializable(typeof(SetSnapshotReferenceUpdate))]
[JsonSerializable(typeof(RemoveSnapshotReferenceUpdate))]
[JsonSerializable(typeof(RemoveSnapshotsUpdate))]
[JsonSerializable(typeof(SetLocationUpdate))]
[JsonSerializable(typeof(SetPropertiesUpdate))]
[JsonSerializable(typeof(RemovePropertiesUpdate))]
[JsonSerializable(typeof(SetStatisticsUpdate))]
[JsonSerializable(typeof(RemoveStatisticsUpdate))]
[JsonSerializable(typeof(SetPartitionStatisticsUpdate))]
[JsonSerializable(typeof(RemovePartitionStatisticsUpdate))]
[JsonSerializable(typeof(RemovePartitionSpecsUpdate))]
[JsonSerializable(typeof(RemoveSchemasUpdate))]
[JsonSerializable(typeof(AddEncryptionKeyUpdate))]
[JsonSerializable(typeof(RemoveEncryptionKeyUpdate))]
[JsonSerializable(typeof(AppendManifestListUpdate))]
[JsonSerializable(typeof(AssertCreate))]
[JsonSerializable(typeof(AssertTableUuid))]
[JsonSerializable(typeof(AssertRefSnapshotId))]
[JsonSerializable(typeof(AssertLastAssignedFieldId))]
[JsonSerializable(typeof(AssertCurrentSchemaId))]
[JsonSerializable(typeof(AssertLastAssignedPartitionId))]
[JsonSerializable(typeof(AssertDefaultSpecId))]
[JsonSerializable(typeof(AssertDefaultSortOrderId))]
[JsonSerializable(typeof(TableUpdate))]
[JsonSerializable(typeof(TableRequirement))]
[JsonSerializable(typeof(IcebergType))]
[JsonSerializable(typeof(IReadOnlyList<NestedField>))]
[JsonSerializable(typeof(Schema))]
[JsonSerializable(typeof(PartitionSpec))]
[JsonSerializable(typeof(SortOrder))]
[JsonSerializable(typeof(TableMetadata))]
[JsonSerializable(typeof(CreateTableRequest))]
[JsonSerializable(typeof(IReadOnlyList<StorageCredential>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(CatalogConfig))]
[JsonSerializable(typeof(NamespaceInfo))]
[JsonSerializable(typeof(PropertiesResult))]
[JsonSerializable(typeof(Warehouse))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Catalog.Sdk.Authentication.TokenExchange.TokenAnswer))]
[JsonSerializable(typeof(System.Text.Json.JsonElement))]
internal sealed partial class CatalogJson : JsonSerializerContext;
