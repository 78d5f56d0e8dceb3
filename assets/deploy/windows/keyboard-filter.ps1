# Run as administrator. Written from Microsoft's documentation; not run.
# Keyboard Filter (Enterprise, Education, IoT Enterprise): these keys do nothing for the user "kiosk"; administrators
# keep them. The kiosk itself ignores every key that it does not know; these are the ones that Windows takes first.
$ErrorActionPreference = "Stop"
Enable-WindowsOptionalFeature -Online -FeatureName Client-KeyboardFilter -All -NoRestart | Out-Null
$scope = "root\standardcimv2\embedded"
$keys = "Ctrl+Alt+Del", "Ctrl+Shift+Esc", "Alt+Tab", "Alt+F4", "Ctrl+Esc", "Win+L", "Win+R", "Win+E", "Win+X", "Windows"
foreach ($key in $keys) {
    $found = Get-CimInstance -Namespace $scope -ClassName WEKF_PredefinedKey | Where-Object { $_.Id -eq $key }
    if ($found) { Set-CimInstance -CimInstance $found -Property @{ Enabled = $true } }
    else { Write-Warning "This Windows does not know the key $key." }
}
