BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    Connect-Test AIStor | Out-Null
    $name = (New-TestName wh).Replace('_', '-')
}

AfterAll { Get-CatalogSession -All | Disconnect-Catalog }

Describe 'Warehouses' {
    It 'are made, read, listed, tested and removed' {
        $made = New-Warehouse $name -Property @{ owner = 'ada' }
        $made | Should -BeOfType Catalog.WarehouseInfo
        $made.Bucket | Should -Be $name
        $made.Properties['owner'] | Should -Be 'ada'
        (Get-Warehouse $name).Uuid | Should -Be $made.Uuid
        (Get-Warehouse).Name | Should -Contain $name
        (Get-Warehouse "$($name.Substring(0, 6))*").Name | Should -Contain $name
        Test-Warehouse -Warehouse $name | Should -BeTrue
        Remove-Warehouse $name -Force -WhatIf
        Test-Warehouse $name | Should -BeTrue
        Get-Warehouse $name | Remove-Warehouse -Confirm:$false
        Test-Warehouse $name | Should -BeFalse
    }

    It 'answer with plain errors' {
        (Get-FailureOf { Get-Warehouse no-such-one }).FullyQualifiedErrorId | Should -BeLike 'NoSuchWarehouse,*'
        (Get-FailureOf { New-Warehouse main }).FullyQualifiedErrorId | Should -BeLike 'AlreadyExists,*'
        (Get-FailureOf { New-Warehouse 'Not_A_Name' }).FullyQualifiedErrorId | Should -BeLike 'BadRequest,*'
        New-Warehouse "$name-not" -WhatIf
        Test-Warehouse "$name-not" | Should -BeFalse
    }

    It 'have to be empty to be removed' {
        New-Warehouse "$name-full" | Out-Null
        $session = Connect-Test AIStor -Warehouse "$name-full"
        New-Namespace held -Session $session | Out-Null
        (Get-FailureOf { Remove-Warehouse "$name-full" -Force }).FullyQualifiedErrorId | Should -BeLike 'NotEmpty,*'
        Remove-Namespace held -Force -Session $session
        Remove-Warehouse "$name-full" -PreserveBucket -Force
    }
}
