BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    $null = [System.Reflection.Assembly]::LoadFrom($env:TEST_ASSEMBLY)
    $proxy = [Catalog.Module.Tests.Faults.FaultProxy]::Start($env:TEST_URI)
    function Add-Fault([hashtable] $Fault) { $proxy.Add([Catalog.Module.Tests.Faults.Fault]$Fault) }
    function Get-Seen([string] $Method, [string] $Path = '') { @($proxy.Requests | Where-Object { $_.Method -eq $Method -and $_.Target.Contains($Path) }) }
    $direct = Connect-Test
    $ns = New-TestName
    New-Namespace $ns | Out-Null
}

AfterAll {
    Remove-Namespace $ns -Recurse -Force -Session $direct
    Get-CatalogSession -All | Disconnect-Catalog
    $proxy.Dispose()
}

Describe 'Faults on <_>' -ForEach 'Planasonix', 'AIStor' {
    BeforeAll { $surface = $_ }
    AfterEach { Disconnect-Catalog $session }
    BeforeEach {
        # A session of its own for each test: a client that saw many failures stops calling for a while.
        $proxy.Clear()
        $session = Connect-Test $surface -Uri $proxy.Address
        $name = New-TestName t
        New-Table $ns $name -Schema (New-TestSchema) -Session $direct | Out-Null
        $proxy.Clear()
    }

    It 'repeats a read after <status>' -ForEach @{ status = 503 }, @{ status = 500 }, @{ status = 429 } {
        Add-Fault @{ Method = 'GET'; Status = $status; RetryAfter = 0 }
        (Get-Table $ns $name -Session $session).Name | Should -Be $name
        (Get-Seen GET $name).Count | Should -Be 2
    }

    It 'repeats a read after a dropped connection' {
        Add-Fault @{ Method = 'GET' }
        (Get-Table $ns $name -Session $session).Name | Should -Be $name
        (Get-Seen GET $name).Count | Should -Be 2
    }

    It 'repeats a change after 429, with one idempotency key and another signature' {
        Add-Fault @{ Method = 'POST'; Path = $name; Status = 429; RetryAfter = 1 }
        Submit-TableCommit $ns $name -Update (New-TableUpdate -SetProperty @{ a = 1 }) -Session $session | Out-Null
        $sent = Get-Seen POST $name
        $sent.Count | Should -Be 2
        ($sent.Headers.ForEach{ $_['Idempotency-Key'] } | Select-Object -Unique).Count | Should -Be 1
    }

    It 'finds out about a commit whose answer was lost, by the same key' {
        Add-Fault @{ Method = 'POST'; Path = $name; Forward = $true }
        $after = Submit-TableCommit $ns $name -Update (New-TableUpdate -SetProperty @{ lost = 1 }) -Session $session
        $after.Properties['lost'] | Should -Be '1'
        $sent = Get-Seen POST $name
        $sent.Count | Should -Be 2
        ($sent.Headers.ForEach{ $_['Idempotency-Key'] } | Select-Object -Unique).Count | Should -Be 1
        (Get-Table $ns $name -Session $direct).MetadataLocation | Should -Be $after.MetadataLocation
    }

    It 'says that the state of a commit is unknown when every answer is lost' {
        Add-Fault @{ Method = 'POST'; Path = $name; Forward = $true; Times = 20 }
        $failure = Get-FailureOf { Submit-TableCommit $ns $name -Update (New-TableUpdate -SetProperty @{ lost = 2 }) -Session $session }
        $failure.FullyQualifiedErrorId | Should -BeLike 'CommitStateUnknown,*'
        $failure.CategoryInfo.Category | Should -Be 'InvalidResult'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*Get-Table*'
        (Get-Table $ns $name -Session $direct).Properties['lost'] | Should -Be '2'
    }

    It 'says so after 500s, too' {
        Add-Fault @{ Method = 'POST'; Path = $name; Status = 500; Times = 20 }
        (Get-FailureOf { Submit-TableCommit $ns $name -Update (New-TableUpdate -SetProperty @{ a = 1 }) -Session $session }).FullyQualifiedErrorId | Should -BeLike 'CommitStateUnknown,*'
    }

    It 'makes a change again on the table as it is, after a conflict' {
        Add-Fault @{ Method = 'POST'; Path = $name; Status = 409; Type = 'CommitFailedException' }
        Set-TableProperty $ns $name -Property @{ again = 1 } -Session $session
        (Get-Table $ns $name -Session $direct).Properties['again'] | Should -Be '1'
        (Get-Seen GET $name).Count | Should -BeGreaterOrEqual 2
    }

    It 'gives up with CommitConflict when conflicts go on' {
        Add-Fault @{ Method = 'POST'; Path = $name; Status = 409; Type = 'CommitFailedException'; Times = 50 }
        (Get-FailureOf { Set-TableProperty $ns $name -Property @{ again = 1 } -Session $session }).FullyQualifiedErrorId | Should -BeLike 'CommitConflict,*'
    }

    It 'sends a given commit once, whatever conflicts' {
        Add-Fault @{ Method = 'POST'; Path = $name; Status = 409; Type = 'CommitFailedException' }
        (Get-FailureOf { Submit-TableCommit $ns $name -Update (New-TableUpdate -SetProperty @{ a = 1 }) -Session $session }).FullyQualifiedErrorId | Should -BeLike 'CommitConflict,*'
        (Get-Seen POST $name).Count | Should -Be 1
    }

    It 'ends with ServerUnavailable when reads keep failing' {
        Add-Fault @{ Method = 'GET'; Status = 503; RetryAfter = 0; Times = 50 }
        $failure = Get-FailureOf { Get-Table $ns $name -Session $session }
        $failure.FullyQualifiedErrorId | Should -BeLike 'ServerUnavailable,*'
        $failure.CategoryInfo.Category | Should -Be 'ResourceUnavailable'
        $failure.Exception.IsTransient | Should -BeTrue
    }
}

Describe 'A slow or absent server' {
    BeforeEach {
        $proxy.Clear()
        $name = New-TestName t
        New-Table $ns $name -Schema (New-TestSchema) -Session $direct | Out-Null
    }

    It 'ends with RequestTimeout' {
        $session = Connect-Test -Uri $proxy.Address -TimeoutSec 2
        $proxy.Clear()
        Add-Fault @{ Method = 'GET'; DelayMilliseconds = 20000; OnlyDelay = $true; Times = 5 }
        $clock = [Diagnostics.Stopwatch]::StartNew()
        $failure = Get-FailureOf { Get-Table $ns $name -Session $session }
        $clock.Elapsed.TotalSeconds | Should -BeLessThan 8
        $failure.FullyQualifiedErrorId | Should -BeLike 'RequestTimeout,*'
        $failure.CategoryInfo.Category | Should -Be 'OperationTimeout'
    }

    It 'shows progress only when it takes long, and takes it away again' {
        $session = Connect-Test -Uri $proxy.Address
        $proxy.Clear()
        Add-Fault @{ Method = 'GET'; DelayMilliseconds = 1500; OnlyDelay = $true }
        $shell = [powershell]::Create()
        $null = $shell.AddScript('param($module, $session, $ns, $name) Import-Module $module; Get-Table $ns $name -Session $session | Out-Null; Get-Table $ns $name -Session $session').AddArgument($env:TEST_MODULE).AddArgument($session).AddArgument($ns).AddArgument($name)
        ($shell.Invoke()).Name | Should -Be $name
        $shown = @($shell.Streams.Progress)
        $shown.Count | Should -BeGreaterOrEqual 2
        $shown[0].Activity | Should -Be 'Get-Table'
        $shown[-1].RecordType | Should -Be 'Completed'
        ($shown.RecordType -eq 'Completed').Count | Should -Be 1
        $shell.Dispose()
    }

    It 'is let go of at Ctrl-C' {
        $session = Connect-Test -Uri $proxy.Address
        $proxy.Clear()
        Add-Fault @{ Method = 'GET'; DelayMilliseconds = 20000; OnlyDelay = $true; Times = 5 }
        $shell = [powershell]::Create()
        $null = $shell.AddScript('param($module, $session, $ns, $name) Import-Module $module; Get-Table $ns $name -Session $session').AddArgument($env:TEST_MODULE).AddArgument($session).AddArgument($ns).AddArgument($name)
        $running = $shell.BeginInvoke()
        $deadline = [DateTime]::Now.AddSeconds(20)
        while ((Get-Seen GET $name).Count -eq 0 -and [DateTime]::Now -lt $deadline) { Start-Sleep -Milliseconds 20 }
        $clock = [Diagnostics.Stopwatch]::StartNew()
        $shell.Stop()
        $clock.Elapsed.TotalSeconds | Should -BeLessThan 3
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $shell.Streams.Error.Count | Should -Be 0
        $shell.Dispose()
    }

    It 'ends with ConnectionFailed when the server has gone' {
        $gone = [Catalog.Module.Tests.Faults.FaultProxy]::Start($env:TEST_URI)
        $session = Connect-Test -Uri $gone.Address -TimeoutSec 4
        $gone.Dispose()
        $failure = Get-FailureOf { Get-Namespace -Session $session }
        $failure.FullyQualifiedErrorId | Should -BeIn 'ConnectionFailed,Catalog.PowerShell.Namespaces.GetNamespaceCommand', 'RequestTimeout,Catalog.PowerShell.Namespaces.GetNamespaceCommand'
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }
}
