BeforeAll {
    # Each of these is a shell of its own: what one has loaded, the next must not find.
    function Invoke-Shell([string] $Script) {
        $output = & dotnet pwsh -NoProfile -NonInteractive -Command "`$ErrorActionPreference = 'Stop'; $Script" 2>&1 | Out-String
        $output.Trim() -replace "`r", ''
    }

    $connect = 'Connect-Catalog -Uri $env:TEST_URI -Surface AIStor -Warehouse main -AccessKey $env:TEST_AISTOR_ACCESS_KEY -SecretKey $env:TEST_AISTOR_SECRET_KEY'
}

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
        (Get-Command Catalog\Get-Table).Source | Should -Be 'Catalog'
        Get-Help Get-Table | ForEach-Object Synopsis | Should -Be 'Reads a table, or lists tables.'
    }

    It 'takes a prefix, and gives the names back without one' {
        Import-Module $env:TEST_MODULE -Force -Prefix Lake
        Get-Command Get-LakeTable | Should -Not -BeNullOrEmpty
        Get-Command Connect-LakeCatalog | Should -Not -BeNullOrEmpty
        (Get-LakeCatalogSession -All).Count | Should -Be 0
        Import-Module $env:TEST_MODULE -Force
        Get-Command Catalog\Get-CatalogSession | Should -Not -BeNullOrEmpty
    }

    It 'works under a prefix in a fresh shell' {
        Invoke-Shell 'Import-Module $env:TEST_MODULE -Prefix Lake; Connect-LakeCatalog -Uri $env:TEST_URI -Surface Planasonix -ApiKey $env:TEST_PLANASONIX_KEY; (Get-LakeCatalogSession).Warehouse' | Should -Be 'main'
    }

    It 'gives way to another module''s Get-Table, and is found by its own name' {
        Invoke-Shell 'Import-Module $env:TEST_MODULE; New-Module Other { function Get-Table { ''other'' } } | Import-Module; Get-Table; (Get-Command Catalog\Get-Table).Source' | Should -Be "other`nCatalog"
    }

    It 'happens by itself when a cmdlet is typed' {
        Invoke-Shell '(Get-Command New-TableField).Source; (New-TableField a long).Name' | Should -Be "Catalog`na"
    }

    It 'loads no package and no SDK before the first call' {
        Invoke-Shell 'Import-Module $env:TEST_MODULE; ([AppDomain]::CurrentDomain.GetAssemblies().GetName().Name -match ''Kiota|AWSSDK|Polly|Catalog.Sdk'').Count' | Should -Be '0'
    }

    It 'keeps its packages apart from older ones that are loaded already' {
        $script = @'
$aws = [System.Reflection.Assembly]::LoadFrom((Join-Path $env:TEST_PACKAGES 'awssdk.core/4.0.3.3/lib/net8.0/AWSSDK.Core.dll'))
$kiota = [System.Reflection.Assembly]::LoadFrom((Join-Path $env:TEST_PACKAGES 'microsoft.kiota.abstractions/2.0.1/lib/net8.0/Microsoft.Kiota.Abstractions.dll'))
Import-Module $env:TEST_MODULE
CONNECT
$null = Get-Namespace
foreach ($name in 'AWSSDK.Core', 'Catalog.Sdk') {
    [AppDomain]::CurrentDomain.GetAssemblies().Where{ $_.GetName().Name -eq $name }.ForEach{
        '{0} {1}' -f $name, [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name
    } | Sort-Object
}
'@.Replace('CONNECT', $connect)
        Invoke-Shell $script | Should -Be "AWSSDK.Core Catalog`nAWSSDK.Core Default`nCatalog.Sdk Catalog"
    }

    It 'goes on when another module loads its own copies afterwards' {
        $script = @'
Import-Module $env:TEST_MODULE
CONNECT
$null = [System.Reflection.Assembly]::LoadFrom((Join-Path $env:TEST_PACKAGES 'awssdk.core/4.0.3.3/lib/net8.0/AWSSDK.Core.dll'))
@(Get-Warehouse).Name -contains 'main'
'@.Replace('CONNECT', $connect)
        Invoke-Shell $script | Should -Be 'True'
    }

    It 'shares its output types with the shell' {
        Invoke-Shell 'Import-Module $env:TEST_MODULE; ([Catalog.NamespaceName]''a.b'').Levels.Count; [Catalog.CatalogSurface]::AIStor' | Should -Be "2`nAIStor"
    }

    It 'leaves no cmdlet behind when it is removed' {
        Invoke-Shell '$env:PSModulePath = ''''; Import-Module $env:TEST_MODULE; Remove-Module Catalog; @(Get-Command Get-TableSnapshot -ErrorAction Ignore).Count' | Should -Be '0'
    }
}
