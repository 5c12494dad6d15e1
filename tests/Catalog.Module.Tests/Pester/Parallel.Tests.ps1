BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    $session = Connect-Test
    $ns = New-TestName
    New-Namespace $ns | Out-Null
}

AfterAll {
    Remove-Namespace $ns -Recurse -Force -Session $session
    Disconnect-Catalog $session
}

Describe 'Runspaces' {
    It 'share a session that they are handed' {
        $made = 1..12 | ForEach-Object -ThrottleLimit 6 -Parallel {
            Import-Module $env:TEST_MODULE
            $table = New-Table $using:ns "t$_" -Schema @{ type = 'struct'; fields = @(@{ id = 1; name = 'a'; type = 'long'; required = $false }) } -Session $using:session
            1..3 | ForEach-Object { Set-TableProperty $using:ns $table.Name -Property @{ "p$_" = $_ } -Session $using:session }
            $table.Name
        }
        $made.Count | Should -Be 12
        (Get-Table $ns -Session $session).Count | Should -Be 12
        (Get-Table $ns t7 -Session $session).Properties['p3'] | Should -Be '3'
    }

    It 'write to one table together, and none of it is lost' {
        New-Table $ns hot -Schema (New-TableField a long) -Session $session | Out-Null
        1..12 | ForEach-Object -ThrottleLimit 6 -Parallel {
            Import-Module $env:TEST_MODULE
            Set-TableProperty $using:ns hot -Property @{ "p$_" = $_ } -Session $using:session
        }
        (Get-Table $ns hot -Session $session).Properties.Keys.Where{ $_ -match '^p\d' }.Count | Should -Be 12
    }

    It 'do not see each other''s default session' {
        $seen = 1..2 | ForEach-Object -Parallel {
            Import-Module $env:TEST_MODULE
            [bool](Get-CatalogSession)
        }
        $seen | Should -Be $false, $false
        Get-CatalogSession | Should -Be $session
    }

    It 'keep verbose lines of commands over one session apart' {
        $lines = 1..4 | ForEach-Object -Parallel {
            Import-Module $env:TEST_MODULE
            $name = "parallel_$_"
            $mine = Test-Table $using:ns $name -Session $using:session -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
            [pscustomobject]@{ Own = @($mine | Where-Object { "$_" -match $name }).Count; All = @($mine).Count }
        }
        $lines.Own | Should -Be 1, 1, 1, 1
        $lines.All | Should -Be 1, 1, 1, 1
    }
}
