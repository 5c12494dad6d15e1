BeforeAll { . "$PSScriptRoot/Setup.ps1" }

Describe 'Namespaces on <_>' -ForEach 'Planasonix', 'AIStor' {
    BeforeAll {
        $session = Connect-Test $_
        $root = New-TestName
        New-Namespace $root -Property @{ owner = 'ada'; kept = $true; count = 3 } | Out-Null
        New-Namespace "$root.eu" | Out-Null
        New-Namespace "$root.us" | Out-Null
        New-Namespace @($root, 'eu', 'west') | Out-Null
    }

    AfterAll {
        Remove-Namespace $root -Recurse -Force
        Disconnect-Catalog $session
    }

    It 'reads one by its exact name, with properties as text' {
        $found = Get-Namespace $root
        $found | Should -BeOfType Catalog.NamespaceInfo
        $found.Namespace | Should -Be $root
        $found.Properties['owner'] | Should -Be 'ada'
        $found.Properties.kept | Should -Be 'true'
        $found.Properties['count'] | Should -Be '3'
    }

    It 'takes a name as text, as levels and as an object' {
        (Get-Namespace "$root.eu").Namespace | Should -Be "$root.eu"
        (Get-Namespace @($root, 'eu')).Namespace | Should -Be "$root.eu"
        (Get-Namespace -Namespace (Get-Namespace "$root.eu")).Namespace.Levels | Should -Be @($root, 'eu')
        ("$root.eu" | Get-Namespace).Namespace | Should -Be "$root.eu"
    }

    It 'lists the top level, a level below, and everything' {
        (Get-Namespace).Namespace | Should -Contain $root
        Get-Namespace | Should -BeOfType Catalog.NamespaceSummary
        "$((Get-Namespace -Parent $root).Namespace)" | Should -Be "$root.eu $root.us"
        "$((Get-Namespace -Parent $root -Recurse).Namespace)" | Should -Be "$root.eu $root.eu.west $root.us"
    }

    It 'lists by wildcards, level by level' {
        "$((Get-Namespace "$root.*").Namespace)" | Should -Be "$root.eu $root.us"
        "$((Get-Namespace "$root.e*.w*").Namespace)" | Should -Be "$root.eu.west"
        "$((Get-Namespace "$($root.Substring(0, $root.Length - 1))?").Namespace)" | Should -Be $root
        Get-Namespace "$root.nothing*" | Should -BeNullOrEmpty
    }

    It 'says whether one exists' {
        Test-Namespace "$root.eu" | Should -BeTrue
        Test-Namespace "$root.nope" | Should -BeFalse
        (Get-Namespace "$root.*" | Test-Namespace) | Should -Be @($true, $true)
    }

    It 'sets and removes properties' {
        Set-NamespaceProperty $root -Property @{ color = 'red' } -Remove owner | Should -BeNullOrEmpty
        $after = Set-NamespaceProperty $root -Property @{ owner = 'bob' } -PassThru
        $after.Properties['color'] | Should -Be 'red'
        $after.Properties['owner'] | Should -Be 'bob'
        Set-NamespaceProperty $root -Remove nothing_such -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike '*nothing_such*'
    }

    It 'keeps values byte for byte' {
        $values = @{ time = '2020-01-01T00:00:00Z'; id = 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'; number = '9007199254740993'; text = "ä`n'`"" }
        Set-NamespaceProperty $root -Property $values
        $after = (Get-Namespace $root).Properties
        foreach ($name in $values.Keys) { $after[$name] | Should -BeExactly $values[$name] }
    }

    It 'refuses to remove one that is not empty, and removes what -Recurse names' {
        (Get-FailureOf { Remove-Namespace $root -Force }).FullyQualifiedErrorId | Should -BeLike 'NotEmpty,*'
        New-Namespace "$root.gone" | Out-Null
        New-Namespace "$root.gone.deep" | Out-Null
        New-Table "$root.gone.deep" t -Schema (New-TestSchema) | Out-Null
        Remove-Namespace "$root.gone" -Recurse -Force
        Test-Namespace "$root.gone" | Should -BeFalse
    }

    It 'changes nothing with -WhatIf, whatever -Force says' {
        New-Namespace "$root.not" -WhatIf
        Set-NamespaceProperty $root -Property @{ nope = 1 } -WhatIf
        Remove-Namespace "$root.us" -Recurse -Force -WhatIf
        Test-Namespace "$root.not" | Should -BeFalse
        (Get-Namespace $root).Properties.ContainsKey('nope') | Should -BeFalse
        Test-Namespace "$root.us" | Should -BeTrue
    }

    It 'goes on after one that is missing' {
        $found = "$root.nope", "$root.eu" | Get-Namespace -ErrorAction SilentlyContinue -ErrorVariable failures
        $found.Namespace | Should -Be "$root.eu"
        $failures.Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'NoSuchNamespace,*'
        $failures[0].TargetObject | Should -Be "$root.nope"
    }

    It 'says that one exists already, and that its parent is missing' {
        $failure = Get-FailureOf { New-Namespace $root }
        $failure.FullyQualifiedErrorId | Should -BeLike 'AlreadyExists,*'
        $failure.CategoryInfo.Category | Should -Be 'ResourceExists'
        (Get-FailureOf { New-Namespace "$root.nope.deep" }).FullyQualifiedErrorId | Should -BeLike 'NoSuchNamespace,*'
    }

    It 'refuses <_> as a name' -ForEach '', 'a..b', '.a' {
        { New-Namespace $_ } | Should -Throw
    }
}

Describe 'Unusual names of namespaces' {
    BeforeAll { Connect-Test | Out-Null }
    AfterAll { Get-CatalogSession -All | Disconnect-Catalog }

    It 'keeps <name>' -ForEach @(
        @{ name = 'dot.inside' }, @{ name = 'a b' }, @{ name = 'a/b' }, @{ name = 'a%1Fb' }, @{ name = 'a+b' }, @{ name = 'Größe' }
        @{ name = 'back\slash' }, @{ name = "quote'd" }, @{ name = 'x[1]' }, @{ name = 'star*' }
    ) {
        $unique = $name + [guid]::NewGuid().ToString('N')
        New-Namespace @(, $unique) | Out-Null
        $found = Get-Namespace @(, $unique)
        $found.Namespace[0] | Should -BeExactly $unique
        [Catalog.NamespaceName]::Parse($found.Namespace.ToString()) | Should -Be $found.Namespace
        (Get-Namespace | Where-Object { $_.Namespace[0] -ceq $unique }).Count | Should -Be 1
        $found | Remove-Namespace -Force
        Test-Namespace @(, $unique) | Should -BeFalse
    }

    It 'reads a backslash before a dot as part of the level' {
        [Catalog.NamespaceName]::Parse('a\.b.c').Levels | Should -Be 'a.b', 'c'
        [Catalog.NamespaceName]::new('a.b', 'c\').ToString() | Should -BeExactly 'a\.b.c\\'
    }
}
