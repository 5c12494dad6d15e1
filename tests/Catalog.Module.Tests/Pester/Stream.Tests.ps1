BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    $secrets = $env:TEST_PLANASONIX_KEY, $env:TEST_AISTOR_SECRET_KEY
}

AfterAll { Get-CatalogSession -All | Disconnect-Catalog }

Describe 'Streams' {
    It 'carry no secret on <surface>' -ForEach @{ surface = 'Planasonix' }, @{ surface = 'AIStor' } {
        $DebugPreference = 'Continue'
        $VerbosePreference = 'Continue'
        $all = & {
            $session = Connect-Test $surface
            $session | Format-List * | Out-String
            Get-CatalogConfig | Format-List | Out-String
            $ns = New-TestName
            New-Namespace $ns
            New-Table $ns t -Schema (New-TestSchema) | Format-List * -Force | Out-String
            Set-TableProperty $ns t -Property @{ a = 1 }
            try { Get-Table $ns nope } catch { $_ | Format-List * -Force | Out-String; Get-Error | Out-String }
            if ($surface -eq 'Planasonix') { New-CatalogToken | Format-List * -Force | Out-String }
            try { Connect-Catalog -Uri $env:TEST_URI -Surface AIStor -AccessKey $env:TEST_AISTOR_ACCESS_KEY -SecretKey 'wrongwrongwrongwrong' } catch { $_ | Format-List * -Force | Out-String }
            try { Connect-Catalog -Uri $env:TEST_URI -Surface Planasonix -ApiKey 'flx_wrongwrongwrongwrong' } catch { $_ | Format-List * -Force | Out-String }
            Remove-Namespace $ns -Recurse -Force
        } *>&1 | Out-String
        $all | Should -Match 'GET /'
        $all | Should -Match 'X-Request-Id'
        foreach ($secret in $secrets + 'wrongwrongwrongwrong') { $all.Contains($secret) | Should -BeFalse }
        $all | Should -Not -Match 'Bearer [A-Za-z0-9_\-]{8,}'
        $all | Should -Not -Match 'eyJ[A-Za-z0-9_\-]{10,}'
        $all | Should -Not -Match 'Signature=[0-9a-f]{16,}'
    }

    It 'tell of each request with -Verbose: method, path, status, time, attempt and request id' {
        Connect-Test | Out-Null
        $lines = Get-Namespace -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
        "$lines" | Should -Match 'GET /v1/namespaces\S* 200 \d+ ms, attempt 1, request \S+'
    }

    It 'are quiet otherwise' {
        Connect-Test | Out-Null
        $records = Get-Namespace *>&1 | Where-Object { $_ -isnot [Catalog.NamespaceSummary] }
        $records | Should -BeNullOrEmpty
    }

    It 'do not show a secret that cannot be read' {
        $failure = Get-FailureOf { Connect-Catalog -Uri $env:TEST_URI -Surface Planasonix -ApiKey @{ secret = 'hush' } }
        "$failure" | Should -Not -Match 'hush'
    }

    It 'stop at Select-Object -First, and the command after works' {
        Connect-Test | Out-Null
        $ns = New-TestName
        New-Namespace $ns | Out-Null
        1..5 | ForEach-Object { New-Table $ns "t$_" -Schema (New-TestSchema) | Out-Null }
        (Get-Table $ns -PageSize 1 | Select-Object -First 2).Count | Should -Be 2
        (Get-Table $ns -PageSize 2).Count | Should -Be 5
        Remove-Namespace $ns -Recurse -Force
    }
}
