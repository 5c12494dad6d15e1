BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    Connect-Test | Out-Null
    $ns = New-TestName
    New-Namespace $ns -Property @{ color = 'red' } | Out-Null
    New-Namespace "$ns.inner" | Out-Null
    New-Table $ns orders -Schema (New-TestSchema) -Property @{ owner = 'ada' } | Out-Null
    New-Table $ns 'odd name' -Schema (New-TestSchema) | Out-Null
    $first, $second = Add-TestSnapshot $ns orders
    function Complete([string] $Line) { (TabExpansion2 $Line -cursorColumn $Line.Length).CompletionMatches }
}

AfterAll {
    Remove-Namespace $ns -Recurse -Force
    Get-CatalogSession -All | Disconnect-Catalog
}

Describe 'Completion' {
    It 'finds namespaces, one level after the other' {
        (Complete "Get-Namespace $($ns.Substring(0, 8))").CompletionText | Should -Contain $ns
        (Complete "Get-Namespace $ns.").CompletionText | Should -Be "$ns.inner"
        (Complete "New-Table -Namespace $ns.i").CompletionText | Should -Be "$ns.inner"
    }

    It 'finds tables, quotes where it has to, and says what they are' {
        $found = Complete "Get-Table $ns o"
        $found.CompletionText | Should -Be "'odd name'", 'orders'
        ($found | Where-Object ListItemText -EQ orders).ToolTip | Should -Be "table $ns.orders"
        (Complete "Remove-Table -Namespace $ns -Table 'or").CompletionText | Should -Be "'orders'"
        (Complete "Remove-Table -Namespace $ns -Name `"od").CompletionText | Should -Be '"odd name"'
    }

    It 'finds columns, also nested ones' {
        (Complete "Update-TableSchema $ns orders -RemoveColumn cu").CompletionText | Should -Be 'customer', 'customer.name', 'customer.city'
    }

    It 'finds branches, snapshots and properties' {
        (Complete "Remove-TableReference $ns orders -Reference m").CompletionText | Should -Be 'main'
        (Complete "Restore-TableSnapshot $ns orders -SnapshotId ").CompletionText | Should -Be "$second", "$first"
        (Complete "Set-TableProperty $ns orders -Remove ow").CompletionText | Should -Be 'owner'
        (Complete "Set-NamespaceProperty -Namespace $ns -Remove c").CompletionText | Should -Be 'color'
    }

    It 'finds warehouses over a session that -Session names' {
        $script:aistor = Connect-Test AIStor
        Connect-Test Planasonix | Out-Null
        (Complete 'Get-Warehouse -Session $script:aistor m').CompletionText | Should -Contain 'main'
        Complete 'Get-Warehouse m' | Where-Object ResultType -EQ ParameterValue | Should -BeNullOrEmpty
    }

    It 'finds types, transforms, surfaces and profiles' {
        (Complete 'New-TableField x dec').CompletionText | Should -Be "'decimal(10,2)'"
        (Complete 'New-TablePartitionField x mo').CompletionText | Should -Be 'month'
        (Complete 'Connect-Catalog http://x P').CompletionText | Should -Contain 'Planasonix'
    }

    It 'sees what our own commands have changed' {
        (Complete "Get-Table $ns fresh").CompletionText | Should -Not -Contain 'fresh_one'
        New-Table $ns fresh_one -Schema (New-TestSchema) | Out-Null
        (Complete "Get-Table $ns fresh").CompletionText | Should -Be 'fresh_one'
    }

    It 'asks the server once in a minute' {
        $null = [System.Reflection.Assembly]::LoadFrom($env:TEST_ASSEMBLY)
        $proxy = [Catalog.Module.Tests.Faults.FaultProxy]::Start($env:TEST_URI)
        Connect-Test -Uri $proxy.Address | Out-Null
        1..3 | ForEach-Object { $null = Complete "Get-Table $ns o" }
        @($proxy.Requests | Where-Object { $_.Target.Contains('/tables') }).Count | Should -Be 1
        Disconnect-Catalog
        $proxy.Dispose()
    }

    It 'neither throws nor takes longer than its second when the server is slow or gone' {
        $null = [System.Reflection.Assembly]::LoadFrom($env:TEST_ASSEMBLY)
        $proxy = [Catalog.Module.Tests.Faults.FaultProxy]::Start($env:TEST_URI)
        Connect-Test -Uri $proxy.Address | Out-Null
        $proxy.Add([Catalog.Module.Tests.Faults.Fault]@{ Method = 'GET'; DelayMilliseconds = 5000; OnlyDelay = $true; Times = 10 })
        $clock = [Diagnostics.Stopwatch]::StartNew()
        { Complete "Get-Table $ns o" } | Should -Not -Throw
        # Less than the server takes: the second of the budget, and what a loaded machine adds.
        $clock.Elapsed.TotalSeconds | Should -BeLessThan 4.5
        Disconnect-Catalog
        $proxy.Dispose()
    }

    It 'never connects by itself' {
        $kept = Get-CatalogSession -All
        $kept | Disconnect-Catalog
        $env:CATALOG_URI = $env:TEST_URI
        $env:CATALOG_SURFACE = 'Planasonix'
        $env:CATALOG_API_KEY = $env:TEST_PLANASONIX_KEY
        try {
            { Complete "Get-Table $ns o" } | Should -Not -Throw
            Get-CatalogSession | Should -BeNullOrEmpty
        }
        finally {
            Remove-Item Env:CATALOG_*
            Connect-Test | Out-Null
        }
    }
}
