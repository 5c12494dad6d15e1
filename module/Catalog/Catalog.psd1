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
        'Get-CatalogSession'
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
