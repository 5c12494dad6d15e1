using System.Text;
using Catalog.Server.CommandLine;
using Catalog.Server.Settings;

namespace Catalog.Server.Bootstrap;

/// <summary>What the first start prints: where everything is, the credentials it made, and lines to copy.</summary>
internal static class Banner
{
    public static string Text(ServerSettings settings, string url, Credentials credentials)
    {
        bool keyGiven = settings.Bootstrap.PlanasonixKey == credentials.Planasonix.Key;
        bool accessGiven = settings.Bootstrap.AIStorAccessKey == credentials.AIStor.AccessKey;
        string key = keyGiven ? "<Bootstrap:PlanasonixKey>" : credentials.Planasonix.Key;
        StringBuilder text = new();
        text.AppendLine()
            .AppendLine($"Catalog {Verbs.Version}")
            .AppendLine()
            .AppendLine($"  Data folder   {settings.DataPath}")
            .AppendLine($"  Planasonix    {url}/v1")
            .AppendLine($"  AIStor        {url}/_iceberg/v1")
            .AppendLine($"  Contract      {url}/openapi/planasonix.yaml, {url}/openapi/aistor-tables.yaml")
            .AppendLine($"  Docs          {url}/docs")
            .AppendLine()
            .AppendLine($"  Warehouse     {credentials.Planasonix.Warehouse}")
            .AppendLine($"  API key       {(keyGiven ? "as given by the setting Bootstrap:PlanasonixKey" : key)}")
            .AppendLine($"  Access key    {(accessGiven ? "as given by the setting Bootstrap:AIStorAccessKey" : credentials.AIStor.AccessKey)}")
            .AppendLine($"  Secret key    {(accessGiven ? "as given by the setting Bootstrap:AIStorSecretKey" : credentials.AIStor.SecretKey)}")
            .AppendLine()
            .AppendLine(keyGiven && accessGiven
                ? "  The credentials are also in bootstrap.json in the data folder, readable by you only."
                : "  These credentials are shown once. They are also in bootstrap.json in the data folder, readable by you only.")
            .AppendLine()
            .AppendLine("  PowerShell    " + $"Import-Module ./module/out/Catalog; Connect-Catalog -Uri {url} -Surface Planasonix -ApiKey '{key}'")
            .AppendLine("  curl          " + $"curl -H 'Authorization: Bearer {key}' {url}/v1/namespaces")
            .AppendLine("  PyIceberg     " + $"from pyiceberg.catalog.rest import RestCatalog; catalog = RestCatalog('main', uri='{url}', warehouse='{credentials.Planasonix.Warehouse}', token='{key}')");
        return text.AppendLine().ToString();
    }
}
