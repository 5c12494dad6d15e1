BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    $null = [System.Reflection.Assembly]::LoadFrom($env:TEST_ASSEMBLY)
}

Describe 'Ten thousand tables' {
    BeforeEach {
        $server = [Catalog.Module.Tests.Fakes.ManyTables]::Start(10000)
        $session = Connect-Catalog -Uri $server.Address -Surface Planasonix -Token any -PassThru
    }

    AfterEach {
        Disconnect-Catalog $session
        $server.Dispose()
    }

    It 'are listed, all of them' {
        $tables = Get-Table big
        $tables.Count | Should -Be 10000
        $tables[-1].Name | Should -Be 'table_09999'
    }

    It 'come page by page: the first is there before the second page is read to its end' {
        (Get-Table big -PageSize 100 | Select-Object -First 1).Name | Should -Be 'table_00000'
        $server.Pages | Should -BeLessOrEqual 4
    }

    It 'wait for who reads them' {
        $n = 0
        Get-Table big -PageSize 100 | ForEach-Object { if (++$n -eq 500) { $pages = $server.Pages } }
        $pages | Should -BeLessOrEqual 10
    }

    It 'take no memory that grows with them' {
        $n = 0
        $early = $late = 0
        Get-Table big -PageSize 500 | ForEach-Object {
            if (++$n -eq 1000) { $early = [GC]::GetTotalMemory($true) }
            if ($n -eq 9900) { $late = [GC]::GetTotalMemory($true) }
        }
        $n | Should -Be 10000
        ($late - $early) / 1MB | Should -BeLessThan 2
    }
}
