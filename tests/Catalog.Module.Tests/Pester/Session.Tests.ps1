BeforeAll { . "$PSScriptRoot/Setup.ps1" }

Describe 'Connect-Catalog' {
    AfterEach { Get-CatalogSession -All | Disconnect-Catalog }

    It 'makes a session on <_> and returns it only with -PassThru' -ForEach 'Planasonix', 'AIStor' {
        $session = Connect-Test $_
        $session.Surface | Should -Be $_
        $session.Warehouse | Should -Be 'main'
        $session.IsConnected | Should -BeTrue
        Get-CatalogSession | Should -Be $session
    }

    It 'returns nothing without -PassThru' {
        Connect-Catalog -Uri $env:TEST_URI -Surface Planasonix -ApiKey $env:TEST_PLANASONIX_KEY | Should -BeNullOrEmpty
        (Get-CatalogSession).Warehouse | Should -Be 'main'
    }

    It 'takes secrets as SecureStrings' {
        $key = ConvertTo-SecureString $env:TEST_PLANASONIX_KEY -AsPlainText -Force
        Connect-Catalog -Uri $env:TEST_URI -Surface Planasonix -ApiKey $key
        Get-Namespace | Out-Null
        $secret = ConvertTo-SecureString $env:TEST_AISTOR_SECRET_KEY -AsPlainText -Force
        Connect-Catalog -Uri $env:TEST_URI -Surface AIStor -Warehouse main -AccessKey $env:TEST_AISTOR_ACCESS_KEY -SecretKey $secret -SigningName s3 -Region eu-west-1
        Get-Namespace | Out-Null
    }

    It 'takes a token that New-CatalogToken made' {
        Connect-Test | Out-Null
        $token = New-CatalogToken
        $token.ExpiresAt | Should -BeGreaterThan ([DateTimeOffset]::Now)
        Connect-Catalog -Uri $env:TEST_URI -Surface Planasonix -Token $token.Token
        (Get-CatalogSession).Authentication | Should -Be 'Token'
        { Get-Namespace } | Should -Not -Throw
    }

    It 'takes an AWS profile' {
        Connect-Catalog -Uri $env:TEST_URI -Surface AIStor -Warehouse main -ProfileName lake
        (Get-CatalogSession).Authentication | Should -Be 'AwsProfile'
    }

    It 'ends with an error and no session when the key is wrong' {
        $failure = Get-FailureOf { Connect-Catalog -Uri $env:TEST_URI -Surface Planasonix -ApiKey flx_wrong }
        $failure.FullyQualifiedErrorId | Should -BeLike 'NotAuthenticated,*'
        $failure.CategoryInfo.Category | Should -Be 'AuthenticationError'
        Get-CatalogSession | Should -BeNullOrEmpty
    }

    It 'ends with an error and no session when the secret is wrong' {
        $failure = Get-FailureOf { Connect-Catalog -Uri $env:TEST_URI -Surface AIStor -Warehouse main -AccessKey $env:TEST_AISTOR_ACCESS_KEY -SecretKey wrong }
        $failure.FullyQualifiedErrorId | Should -BeLike 'NotAuthenticated,*'
        Get-CatalogSession | Should -BeNullOrEmpty
    }

    It 'ends with an error and no session when there is no server' {
        $failure = Get-FailureOf { Connect-Catalog -Uri http://127.0.0.1:1 -Surface Planasonix -ApiKey flx_x -TimeoutSec 5 }
        $failure.FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed,*'
        $failure.CategoryInfo.Category | Should -Be 'ConnectionError'
        Get-CatalogSession | Should -BeNullOrEmpty
    }

    It 'leaves the session in place when the warehouse does not exist, with a warning' {
        $name = (New-TestName wh).Replace('_', '-')
        Connect-Test AIStor -Warehouse $name -WarningVariable warned -WarningAction SilentlyContinue | Out-Null
        "$warned" | Should -BeLike "*$name*New-Warehouse*"
        New-Warehouse $name | Out-Null
        New-Namespace made_after | Out-Null
        (Get-Namespace).Namespace | Should -Be 'made_after'
    }

    It 'refuses <why>' -ForEach @(
        @{ why = 'a key on AIStor'; parameters = @{ Surface = 'AIStor'; ApiKey = 'flx_x' } }
        @{ why = 'an access key on Planasonix'; parameters = @{ Surface = 'Planasonix'; AccessKey = 'a'; SecretKey = 'b' } }
        @{ why = 'no credentials on Planasonix'; parameters = @{ Surface = 'Planasonix' } }
        @{ why = 'an address that is none'; parameters = @{ Surface = 'Planasonix'; ApiKey = 'x'; Uri = 'ftp://x' } }
        @{ why = 'a relative address'; parameters = @{ Surface = 'Planasonix'; ApiKey = 'x'; Uri = 'nonsense' } }
    ) {
        if (-not $parameters.ContainsKey('Uri')) { $parameters.Uri = $env:TEST_URI }
        $failure = Get-FailureOf { Connect-Catalog @parameters }
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        Get-CatalogSession | Should -BeNullOrEmpty
    }
}

Describe 'Sessions' {
    AfterEach { Get-CatalogSession -All | Disconnect-Catalog }

    It 'names Connect-Catalog when there is none' {
        $failure = Get-FailureOf { Get-Namespace }
        $failure.FullyQualifiedErrorId | Should -BeLike 'NoSession,*'
        $failure.Exception.Message | Should -BeLike '*Connect-Catalog*'
    }

    It 'takes the newest by default, and the one before it after Disconnect-Catalog' {
        $first = Connect-Test Planasonix
        $second = Connect-Test AIStor
        Get-CatalogSession | Should -Be $second
        (Get-CatalogSession -All).Count | Should -Be 2
        Disconnect-Catalog
        Get-CatalogSession | Should -Be $first
        $second.IsConnected | Should -BeFalse
    }

    It 'takes the one that -Session names' {
        $planasonix = Connect-Test Planasonix
        $aistor = Connect-Test AIStor
        (Get-CatalogConfig -Session $planasonix).Defaults['warehouse'] | Should -Be 'main'
        (Get-CatalogConfig -Session $aistor).Overrides['prefix'] | Should -Be 'main'
    }

    It 'refuses a closed one' {
        $session = Connect-Test
        Disconnect-Catalog $session
        (Get-FailureOf { Get-Namespace -Session $session }).FullyQualifiedErrorId | Should -BeLike 'NoSession,*'
    }

    It 'says which service has what this one lacks' {
        Connect-Test Planasonix | Out-Null
        (Get-FailureOf { Get-Warehouse }).Exception.Message | Should -BeLike '*Planasonix*AIStor*'
        Connect-Test AIStor | Out-Null
        (Get-FailureOf { New-CatalogToken }).Exception.Message | Should -BeLike '*AIStor*Planasonix*'
    }

    It 'says that a warehouse is needed' {
        Connect-Catalog -Uri $env:TEST_URI -Surface AIStor -AccessKey $env:TEST_AISTOR_ACCESS_KEY -SecretKey $env:TEST_AISTOR_SECRET_KEY
        (Get-FailureOf { Get-Namespace }).FullyQualifiedErrorId | Should -BeLike 'NoWarehouse,*'
        (Get-Warehouse).Name | Should -Contain 'main'
    }
}

Describe 'The environment' {
    AfterEach {
        Get-CatalogSession -All | Disconnect-Catalog
        Remove-Item Env:CATALOG_* -ErrorAction Ignore
    }

    It 'connects by itself when both address and surface are there' {
        $env:CATALOG_URI = $env:TEST_URI
        $env:CATALOG_SURFACE = 'Planasonix'
        $env:CATALOG_API_KEY = $env:TEST_PLANASONIX_KEY
        { Get-Namespace } | Should -Not -Throw
        (Get-CatalogSession).Surface | Should -Be 'Planasonix'
    }

    It 'is not used without <_>' -ForEach 'CATALOG_URI', 'CATALOG_SURFACE' {
        $env:CATALOG_URI = $env:TEST_URI
        $env:CATALOG_SURFACE = 'Planasonix'
        $env:CATALOG_API_KEY = $env:TEST_PLANASONIX_KEY
        Remove-Item "Env:$_"
        (Get-FailureOf { Get-Namespace }).FullyQualifiedErrorId | Should -BeLike 'NoSession,*'
    }

    It 'is used by Connect-Catalog without parameters' {
        $env:CATALOG_URI = $env:TEST_URI
        $env:CATALOG_SURFACE = 'planasonix'
        $env:CATALOG_TOKEN = $env:TEST_PLANASONIX_KEY
        Connect-Catalog
        (Get-CatalogSession).Authentication | Should -Be 'Token'
    }

    It 'says what is wrong with it' {
        $env:CATALOG_URI = $env:TEST_URI
        $env:CATALOG_SURFACE = 'Nonsense'
        (Get-FailureOf { Get-Namespace }).Exception.Message | Should -BeLike '*CATALOG_SURFACE*Nonsense*Planasonix*'
    }
}

Describe 'Profiles' {
    BeforeAll { Get-CatalogProfile | Remove-CatalogProfile }
    AfterEach {
        Get-CatalogSession -All | Disconnect-Catalog
        Get-CatalogProfile | Remove-CatalogProfile
    }

    It 'keep how to connect, and no secret' {
        Connect-Test AIStor | Out-Null
        $saved = New-CatalogProfile lake
        $saved.Authentication | Should -Be 'AccessKey'
        $file = Join-Path $env:XDG_CONFIG_HOME 'catalog/profiles.json'
        Get-Content $file -Raw | Should -Not -Match ([regex]::Escape($env:TEST_AISTOR_SECRET_KEY))
        Get-CatalogSession -All | Disconnect-Catalog
        Connect-Catalog -Profile lake -SecretKey $env:TEST_AISTOR_SECRET_KEY
        (Get-CatalogSession).Warehouse | Should -Be 'main'
    }

    It 'read their secret from a vault' {
        function global:Get-Secret { param($Name, $Vault) if ($Name -eq 'catalog-key') { ConvertTo-SecureString $env:TEST_PLANASONIX_KEY -AsPlainText -Force } }
        try {
            New-CatalogProfile prod -Uri $env:TEST_URI -Surface Planasonix -SecretName catalog-key | Out-Null
            Connect-Catalog -Profile prod
            (Get-CatalogSession).Authentication | Should -Be 'ApiKey'
        }
        finally { Remove-Item Function:Get-Secret }
    }

    It 'say that a secret is missing' {
        New-CatalogProfile prod -Uri $env:TEST_URI -Surface Planasonix | Out-Null
        (Get-FailureOf { Connect-Catalog -Profile prod }).FullyQualifiedErrorId | Should -BeLike 'NoCredentials,*'
        (Get-FailureOf { Connect-Catalog -Profile nope }).FullyQualifiedErrorId | Should -BeLike 'NoSuchProfile,*'
    }

    It 'connect by themselves when one is named default' {
        function global:Get-Secret { ConvertTo-SecureString $env:TEST_PLANASONIX_KEY -AsPlainText -Force }
        try {
            New-CatalogProfile default -Uri $env:TEST_URI -Surface Planasonix -SecretName k | Out-Null
            { Get-Namespace } | Should -Not -Throw
        }
        finally { Remove-Item Function:Get-Secret }
    }

    It 'are listed, replaced and removed' {
        New-CatalogProfile a -Uri $env:TEST_URI -Surface Planasonix | Out-Null
        New-CatalogProfile a -Uri $env:TEST_URI -Surface AIStor -Warehouse w | Out-Null
        (Get-CatalogProfile a).Surface | Should -Be 'AIStor'
        New-CatalogProfile b -Uri $env:TEST_URI -Surface AIStor -WhatIf
        (Get-CatalogProfile).Profile | Should -Be 'a'
        Remove-CatalogProfile a
        Get-CatalogProfile | Should -BeNullOrEmpty
        (Get-FailureOf { Remove-CatalogProfile a }).FullyQualifiedErrorId | Should -BeLike 'NoSuchProfile,*'
    }
}
