#!/usr/bin/env bash
# Measures JmaActors on a PostgreSQL of its own. ./bench.sh [credits|http|taps|live|watchers|roster|search|who|clock|hours|dues]; without a name, all of them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

source tests/Support/postgres.sh
ensure_postgres
trap stop_postgres EXIT
POSTGRES_HUGE=yes
start_postgres "max_connections=400" "shared_buffers=2GB" "synchronous_commit=on" "fsync=on" \
  "max_wal_size=2GB" "min_wal_size=1GB" "wal_init_zero=off" "wal_compression=lz4"
export JMA_BENCH_POSTGRES="$POSTGRES_CONNECTION"

dotnet build tests/Benchmarks/Benchmarks.csproj -c Release -v quiet
names=("$@")
[ ${#names[@]} -gt 0 ] || names=(credits http taps live watchers roster search who clock hours dues)
for name in "${names[@]}"; do
  echo "== $name"
  dotnet tests/Benchmarks/bin/Release/net10.0/JmaActors.Benchmarks.dll "$name"
done
