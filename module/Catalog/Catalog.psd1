@{
    RootModule           = 'Catalog.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = 'b3a9d8f2-6f0c-4a53-9f5e-2d9c1f7f6a41'
    Author               = 'The Catalog maintainers'
    CompanyName          = 'The Catalog maintainers'
    Copyright            = '(c) The Catalog maintainers. Apache-2.0.'
    Description          = 'Namespaces, tables and commits of Iceberg REST catalogs: Planasonix and AIStor Tables.'
    PowerShellVersion    = '7.6'
    CompatiblePSEditions = @('Core')
    RequiredAssemblies   = @('Catalog.PowerShell.Loader.dll')
    FormatsToProcess     = @('Catalog.Format.ps1xml')
    CmdletsToExport      = @(
        'Connect-Catalog',
        'Disconnect-Catalog',
        'Get-CatalogConfig',
        'Get-CatalogProfile',
        'New-CatalogProfile',
        'Remove-CatalogProfile',
        'Get-CatalogSession',
        'New-CatalogToken',
        'Get-Namespace',
        'New-Namespace',
        'Remove-Namespace',
        'Test-Namespace',
        'Set-NamespaceProperty',
        'Get-Table',
        'New-Table',
        'Register-Table',
        'Remove-Table',
        'Rename-Table',
        'Test-Table',
        'New-TableBranch',
        'Submit-TableCommit',
        'New-TableField',
        'Send-TableMetric',
        'New-TablePartitionField',
        'New-TablePartitionSpec',
        'Set-TableProperty',
        'Remove-TableReference',
        'New-TableRequirement',
        'New-TableSchema',
        'Update-TableSchema',
        'Get-TableSnapshot',
        'Restore-TableSnapshot',
        'New-TableSortField',
        'New-TableSortOrder',
        'New-TableTag',
        'Submit-TableTransaction',
        'New-TableUpdate',
        'New-TableUpdateSet',
        'Get-Warehouse',
        'New-Warehouse',
        'Remove-Warehouse',
        'Test-Warehouse'
    )
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    PrivateData          = @{
        PSData = @{
            Tags       = @('Iceberg', 'Catalog', 'Lakehouse', 'Planasonix', 'AIStor', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            Prerelease = 'preview'
        }
    }
}
