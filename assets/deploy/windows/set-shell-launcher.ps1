# Run as SYSTEM (for example: psexec -s -i powershell). Written from Microsoft's documentation; not run.
# Turns on Shell Launcher and gives the user "kiosk" the shell of shell-launcher.xml.
$ErrorActionPreference = "Stop"
Enable-WindowsOptionalFeature -Online -FeatureName Client-EmbeddedShellLauncher -All -NoRestart | Out-Null
$xml = Get-Content -Raw -Encoding UTF8 (Join-Path $PSScriptRoot "shell-launcher.xml")
$bridge = Get-CimInstance -Namespace "root\cimv2\mdm\dmmap" -ClassName MDM_AssignedAccess
$bridge.ShellLauncher = [System.Net.WebUtility]::HtmlEncode($xml)
Set-CimInstance -CimInstance $bridge
Write-Output "The user kiosk has the kiosk as its shell from its next sign-in on."
