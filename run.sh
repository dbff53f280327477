#!/usr/bin/env bash
# Restores, builds and starts JmaActors. ./run.sh --help lists the options.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if ! command -v dotnet >/dev/null 2>&1; then
  echo "The .NET 10 SDK is needed: the command 'dotnet' was not found." >&2
  exit 1
fi
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! dotnet build src/Silo/Silo.csproj -c Release -v quiet -p:WarningLevel=0 >"$log" 2>&1; then
  cat "$log" >&2
  echo "The build failed; nothing was started." >&2
  exit 1
fi
rm -f "$log"
trap - EXIT
exec dotnet src/Silo/bin/Release/net10.0/JmaActors.Silo.dll "$@"
