BeforeDiscovery {
    Import-Module $env:TEST_MODULE -Force
    $cmdlets = (Get-Command -Module Catalog).Name | ForEach-Object { @{ name = $_ } }
}

BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    $manifest = Import-PowerShellDataFile $env:TEST_MODULE
    $common = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters
}

Describe 'The module' {
    It 'exports exactly its cmdlet classes' {
        $classes = [AppDomain]::CurrentDomain.GetAssemblies().Where{ $_.GetName().Name -eq 'Catalog.PowerShell' }[0].GetTypes() | ForEach-Object {
            $cmdlet = [System.Management.Automation.CmdletAttribute]($_.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false) | Select-Object -First 1)
            if ($cmdlet) { "$($cmdlet.VerbName)-$($cmdlet.NounName)" }
        }
        $manifest.CmdletsToExport | Sort-Object | Should -Be ($classes | Sort-Object)
        (Get-Module Catalog).ExportedCommands.Keys | Sort-Object | Should -Be ($classes | Sort-Object)
    }

    It 'names its exports and nothing else' {
        $manifest.CmdletsToExport -match '[*?]' | Should -BeNullOrEmpty
        foreach ($kind in 'FunctionsToExport', 'VariablesToExport', 'AliasesToExport') { $manifest[$kind].Count | Should -Be 0 }
        $manifest.ContainsKey('ScriptsToProcess') | Should -BeFalse
        $manifest.ContainsKey('DefaultCommandPrefix') | Should -BeFalse
        $manifest.PowerShellVersion | Should -Be '7.6'
        $manifest.CompatiblePSEditions | Should -Be 'Core'
        Test-ModuleManifest $env:TEST_MODULE | Should -Not -BeNullOrEmpty
    }

    It 'has the version of the repository' {
        [xml]$props = Get-Content (Join-Path $env:TEST_ROOT 'Directory.Build.props')
        $manifest.ModuleVersion | Should -Be "$($props.Project.PropertyGroup.Version)".Trim()
    }

    It 'has every Iceberg cmdlet that the operations name' {
        $wanted = @(
            'Get-CatalogConfig', 'New-CatalogToken', 'Get-Namespace', 'New-Namespace', 'Remove-Namespace', 'Set-NamespaceProperty', 'Test-Namespace'
            'Get-Table', 'New-Table', 'Submit-TableCommit', 'Remove-Table', 'Rename-Table', 'Test-Table', 'Register-Table', 'Send-TableMetric', 'Submit-TableTransaction'
            'Get-Warehouse', 'New-Warehouse', 'Remove-Warehouse', 'Connect-Catalog', 'Disconnect-Catalog', 'Get-CatalogSession'
            'New-TableSchema', 'New-TableField', 'Set-TableProperty', 'Update-TableSchema', 'Get-TableSnapshot', 'New-TableBranch', 'New-TableTag', 'Remove-TableReference', 'Restore-TableSnapshot'
        )
        $wanted | Where-Object { $_ -notin $manifest.CmdletsToExport } | Should -BeNullOrEmpty
    }

    It 'has a table and a list view, or one of its own, for each type of output' {
        $types = (Get-Command -Module Catalog).OutputType.Name | Where-Object { $_ -like 'Catalog.*' } | Select-Object -Unique
        $types.Count | Should -BeGreaterThan 15
        foreach ($type in $types) {
            $views = (Get-FormatData $type).FormatViewDefinition.Control.ForEach{ $_.GetType().Name }
            ($views -contains 'CustomControl' -or ($views -contains 'TableControl' -and $views -contains 'ListControl')) | Should -BeTrue -Because $type
        }
    }

    It 'shows its about topics' {
        foreach ($topic in 'about_Catalog', 'about_Catalog_Authentication', 'about_Catalog_Commits', 'about_Catalog_Sessions') {
            "$(Get-Help $topic)" | Should -Match 'LONG DESCRIPTION' -Because $topic
        }
    }

    It 'has no type of a package in a parameter or an output' {
        foreach ($command in Get-Command -Module Catalog) {
            $types = @($command.Parameters.Values.ParameterType) + @($command.OutputType.Type | Where-Object { $_ })
            foreach ($type in $types) {
                $element = if ($type.IsArray) { $type.GetElementType() } else { [Nullable]::GetUnderlyingType($type) ?? $type }
                [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($element.Assembly).Name | Should -Be 'Default' -Because "$($command.Name) $element"
            }
        }
    }
}

Describe '<name>' -ForEach $cmdlets {
    BeforeAll {
        $command = Get-Command "Catalog\$name"
        $help = Get-Help "Catalog\$name" -Full
        $parameters = $command.Parameters.Values | Where-Object { $_.Name -notin $common }
        $class = $command.ImplementingType
    }

    It 'has an approved verb, a singular noun and a class of its name' {
        (Get-Verb).Verb | Should -Contain $command.Verb
        $command.Noun | Should -Match '^[A-Z][A-Za-z]+$'
        $class.Name | Should -Be "$($command.Verb)$($command.Noun)Command"
        $class.IsSealed | Should -BeTrue
    }

    It 'declares what it returns' {
        $class.GetCustomAttributes([System.Management.Automation.OutputTypeAttribute], $true).Count | Should -BeGreaterThan 0
    }

    It 'takes -WhatIf and -Confirm if it changes something, and only then' {
        $builder = $name -match '^New-Table(Schema|Field|Partition|Sort|Update|Requirement)'
        $changes = $command.Verb -in 'New', 'Set', 'Remove', 'Rename', 'Submit', 'Register', 'Restore', 'Update', 'Add', 'Send' -and -not $builder
        $command.Parameters.ContainsKey('WhatIf') | Should -Be $changes
        $command.Parameters.ContainsKey('Confirm') | Should -Be $changes
    }

    It 'asks before it removes' {
        $attribute = $class.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $true)[0]
        if ($command.Verb -eq 'Remove' -and $name -ne 'Remove-CatalogProfile') {
            $attribute.ConfirmImpact | Should -Be 'High'
            $command.Parameters.ContainsKey('Force') | Should -BeTrue
        }
        else {
            $attribute.ConfirmImpact | Should -Not -Be 'High'
        }
    }

    It 'takes -Session if it speaks to a server' {
        $speaks = [string]$class.BaseType -notlike '*Pipeline.CatalogCommand'
        if ($speaks) { $command.Parameters.ContainsKey('Session') | Should -BeTrue }
    }

    It 'has at most two positions and one value from the pipeline in each set' {
        foreach ($set in $command.ParameterSets) {
            @($set.Parameters | Where-Object Position -GE 0).Count | Should -BeLessOrEqual 2 -Because $set.Name
            @($set.Parameters | Where-Object ValueFromPipeline).Count | Should -BeLessOrEqual 1 -Because $set.Name
        }
    }

    It 'has switches, not booleans' {
        $parameters | Where-Object { $_.ParameterType -eq [bool] } | Should -BeNullOrEmpty
    }

    It 'has help: a synopsis, a description, every parameter, two examples' {
        $help.Synopsis | Should -Not -BeNullOrEmpty
        $help.Synopsis | Should -Not -Match "^\s*$name"
        "$($help.Description.Text)" | Should -Not -BeNullOrEmpty
        foreach ($parameter in $parameters) {
            $described = $help.parameters.parameter | Where-Object name -EQ $parameter.Name
            "$($described.description.Text)" | Should -Not -BeNullOrEmpty -Because "-$($parameter.Name)"
        }
        @($help.examples.example).Count | Should -BeGreaterOrEqual 2
        foreach ($example in $help.examples.example) { $example.code | Should -Match $name }
    }

    It 'takes names of tables by both of their parameters' {
        if ($command.Parameters.ContainsKey('Namespace') -and $command.Parameters.ContainsKey('Name')) {
            $command.Parameters['Name'].Aliases | Should -Contain 'Table'
        }
        elseif ($command.Noun -eq 'Namespace') {
            $command.Parameters['Name'].Aliases | Should -Contain 'Namespace'
        }
        elseif ($command.Noun -eq 'Warehouse') {
            $command.Parameters['Name'].Aliases | Should -Contain 'Warehouse'
        }
    }
}
