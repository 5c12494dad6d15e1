namespace Catalog.Server.Settings;

/// <summary>Credentials given by the operator instead of made at first start (<c>Bootstrap</c>). Never printed.</summary>
internal sealed record BootstrapSettings(string? PlanasonixKey, string? AIStorAccessKey, string? AIStorSecretKey);
