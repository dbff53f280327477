#!/usr/bin/env bash
# Kills the silo with SIGKILL at random moments under load, starts it again, and proves that nothing was lost and nothing is there twice.
# tests/crash.sh [ROUNDS] [sqlite|postgres] [SEED]      JMA_BUILT=yes: what was built last is taken as it is
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

rounds="${1:-3}" database="${2:-sqlite}"
options=(--rounds "$rounds")
[ -z "${3:-}" ] || options+=(--seed "$3")
case "$database" in
  sqlite | postgres) ;;
  *) echo "Usage: tests/crash.sh [ROUNDS] [sqlite|postgres] [SEED]" >&2; exit 2 ;;
esac

# Whoever has built already says so, or names the folder with both programs.
if [ -z "${JMA_CRASH_BIN:-}${JMA_BUILT:-}" ]; then
  dotnet build src/Silo/Silo.csproj -c Release -v quiet
  dotnet build tests/Crash/Crash.csproj -c Release -v quiet
fi
silo="${JMA_CRASH_BIN:+$JMA_CRASH_BIN/Silo/release}"
crash="${JMA_CRASH_BIN:+$JMA_CRASH_BIN/Tests.Crash/release}"
silo="${silo:-src/Silo/bin/Release/net10.0}/JmaActors.Silo.dll"
crash="${crash:-tests/Crash/bin/Release/net10.0}/JmaActors.Crash.dll"

data=$(mktemp -d "${TMPDIR:-/tmp}/jma-crash.XXXXXX")
finish() {
  local code=$?
  if [ "$database" = postgres ]; then stop_postgres; fi
  if [ "$code" -eq 0 ]; then rm -rf "$data"; fi
  exit "$code"
}
if [ "$database" = postgres ]; then
  source tests/Support/postgres.sh
  ensure_postgres
  trap finish EXIT
  start_postgres "max_connections=200" "synchronous_commit=on" "fsync=on"
  options+=(--postgres "$POSTGRES_CONNECTION")
else
  trap finish EXIT
fi
dotnet "$crash" "$silo" --data "$data" "${options[@]}"
