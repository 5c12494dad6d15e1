BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    Connect-Test | Out-Null
    $ns = New-TestName
    New-Namespace $ns | Out-Null
}

AfterAll {
    Remove-Namespace $ns -Recurse -Force
    Get-CatalogSession -All | Disconnect-Catalog
}

Describe 'Snapshots, branches and tags' {
    BeforeEach {
        $name = New-TestName t
        New-Table $ns $name -Schema (New-TestSchema) | Out-Null
        $first, $second = Add-TestSnapshot $ns $name
    }

    It 'lists snapshots, and reads one by id or reference' {
        $snapshots = Get-TableSnapshot $ns $name
        $snapshots.SnapshotId | Should -Be $first, $second
        $snapshots[1].IsCurrent | Should -BeTrue
        $snapshots[1].ParentSnapshotId | Should -Be $first
        $snapshots[1].Refs | Should -Be 'main'
        $snapshots[0].Operation | Should -Be 'append'
        (Get-TableSnapshot $ns $name -SnapshotId $first).SequenceNumber | Should -Be 1
        (Get-Table $ns $name | Get-TableSnapshot -Reference main).SnapshotId | Should -Be $second
        (Get-FailureOf { Get-TableSnapshot $ns $name -SnapshotId 5 }).FullyQualifiedErrorId | Should -BeLike 'NoSuchSnapshot,*'
        (Get-FailureOf { Get-TableSnapshot $ns $name -Reference nope }).FullyQualifiedErrorId | Should -BeLike 'NoSuchReference,*'
    }

    It 'makes branches and tags, and removes them' {
        $branch = New-TableBranch $ns $name -Branch dev -MinSnapshotsToKeep 3 -MaxSnapshotAge 7.00:00:00
        $branch | Should -BeOfType Catalog.TableReference
        $branch.SnapshotId | Should -Be $second
        $branch.MaxSnapshotAge | Should -Be ([timespan]::FromDays(7))
        $tag = Get-TableSnapshot $ns $name -SnapshotId $first | New-TableTag -Tag v1 -MaxReferenceAge 30.00:00:00
        $tag.SnapshotId | Should -Be $first
        $tag.Type | Should -Be 'tag'
        (Get-Table $ns $name).Refs.Keys | Sort-Object | Should -Be 'dev', 'main', 'v1'
        (Get-FailureOf { New-TableTag $ns $name -Tag v1 }).FullyQualifiedErrorId | Should -BeLike 'AlreadyExists,*'
        New-TableTag $ns $name -Tag v2 -WhatIf
        $tag | Remove-TableReference -Confirm:$false
        Remove-TableReference $ns $name -Reference dev -Force
        (Get-Table $ns $name).Refs.Keys | Should -Be 'main'
        (Get-FailureOf { Remove-TableReference $ns $name -Reference dev -Force }).FullyQualifiedErrorId | Should -BeLike 'NoSuchReference,*'
    }

    It 'brings a table back to a snapshot, a time or a tag' {
        Restore-TableSnapshot $ns $name -SnapshotId $first -WhatIf
        (Get-Table $ns $name).CurrentSnapshotId | Should -Be $second
        Restore-TableSnapshot $ns $name -SnapshotId $first | Should -BeNullOrEmpty
        (Get-Table $ns $name).CurrentSnapshotId | Should -Be $first
        New-TableTag $ns $name -Tag later -SnapshotId $second | Out-Null
        (Restore-TableSnapshot $ns $name -Reference later -PassThru).CurrentSnapshotId | Should -Be $second
        $time = (Get-TableSnapshot $ns $name -SnapshotId $first).Timestamp
        (Restore-TableSnapshot $ns $name -Timestamp $time -PassThru).CurrentSnapshotId | Should -Be $first
        (Get-FailureOf { Restore-TableSnapshot $ns $name -SnapshotId 7 }).FullyQualifiedErrorId | Should -BeLike 'NoSuchSnapshot,*'
        Get-TableSnapshot $ns $name -SnapshotId $second | Restore-TableSnapshot
        (Get-Table $ns $name).CurrentSnapshotId | Should -Be $second
    }

    It 'says that a table without data has nothing to point at' {
        $empty = New-TestName t
        New-Table $ns $empty -Schema (New-TestSchema) | Out-Null
        (Get-FailureOf { New-TableBranch $ns $empty -Branch dev }).FullyQualifiedErrorId | Should -BeLike 'NoSuchSnapshot,*'
    }
}
