BeforeDiscovery {
    . "$PSScriptRoot/Example.ps1"
    $folder = Join-Path $env:TEST_ROOT 'module/Catalog.PowerShell.Help/Examples'
    $files = Get-ChildItem $folder -Filter *.md | ForEach-Object {
        $examples = @(Read-Example $_.FullName)
        $number = 0
        @{ file = $_.BaseName; path = $_.FullName; cases = @($examples | ForEach-Object { @{ title = $_.Title; number = $number++ } }) }
    }
}

BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    . "$PSScriptRoot/Example.ps1"
    $server = Start-ExampleServer
}

AfterAll {
    Get-CatalogSession -All | Disconnect-Catalog
    Get-CatalogProfile | Remove-CatalogProfile
    Stop-ExampleServer $server
}

Describe 'Examples of <file>' -ForEach $files {
    BeforeAll {
        $examples = @(Read-Example $path)
        $onAIStor = $file -like '*-Warehouse'
    }

    AfterAll {
        if ($env:UPDATE_EXAMPLES) { Write-Example $path $examples }
    }

    It '<title> gives what the help says' -ForEach $cases {
        $lines = @(Invoke-Example $examples[$number] $server $onAIStor)
        if ($env:UPDATE_EXAMPLES) {
            $examples[$number].Output = $lines
        }
        else {
            ConvertTo-Comparable $lines | Should -Be (ConvertTo-Comparable $examples[$number].Output)
        }
    }
}
