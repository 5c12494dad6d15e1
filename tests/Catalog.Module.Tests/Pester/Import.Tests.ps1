Describe 'Import' {
    It 'exports the cmdlets that the manifest names' {
        Import-Module $env:TEST_MODULE -Force
        $named = (Import-PowerShellDataFile $env:TEST_MODULE).CmdletsToExport
        (Get-Command -Module Catalog).Name | Sort-Object | Should -Be ($named | Sort-Object)
    }

    It 'exports them again after a second import with -Force' {
        Import-Module $env:TEST_MODULE -Force
        Import-Module $env:TEST_MODULE -Force
        (Get-Command Get-CatalogSession).Source | Should -Be 'Catalog'
    }

    It 'takes a prefix, and gives the names back without one' {
        Import-Module $env:TEST_MODULE -Force -Prefix Lake
        Get-Command Get-LakeCatalogSession | Should -Not -BeNullOrEmpty
        Import-Module $env:TEST_MODULE -Force
        Get-Command Catalog\Get-CatalogSession | Should -Not -BeNullOrEmpty
    }
}
