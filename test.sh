#!/usr/bin/env bash
# Runs every test. Installs what is missing, starts a throwaway PostgreSQL of its own, builds once, and ends with one line:
#   N passed, N failed, N skipped
# ./test.sh --only NAME runs one project of tests/ (or "crash").
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# One compiler for all projects: a machine may have it off, and a compiler anew for each is as slow as half of the tests. It ends after the build.
export UseSharedCompilation=true

CRASH_ROUNDS=2
# Lines of each failed test that are said once more at the end, where they are found.
FAILURE_LINES=25
only=""
while [ $# -gt 0 ]; do
  case "$1" in
    --only) only="${2:?--only needs a name}"; shift 2 ;;
    --help|-h) sed -n '2,5s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) echo "Unknown option: $1 (try --help)." >&2; exit 2 ;;
  esac
done

if ! command -v dotnet >/dev/null 2>&1; then
  echo "The .NET 10 SDK is needed: the command 'dotnet' was not found." >&2
  exit 1
fi

source tests/Support/postgres.sh

wanted() { [ -z "$only" ] || [ "${1,,}" = "${only,,}" ]; }

# Debian has Chromium without a window around its pages, which takes half of the work; where it cannot be had, the whole browser will do.
ensure_browser() {
  local found
  command -v chromium-headless-shell >/dev/null 2>&1 && return 0
  if command -v apt-get >/dev/null 2>&1 && as_root true 2>/dev/null && (export -f apt_install as_root; timeout 180 bash -c 'apt_install chromium-headless-shell') >/dev/null 2>&1; then return 0; fi
  for found in chromium google-chrome google-chrome-stable; do command -v "$found" >/dev/null 2>&1 && return 0; done
  if . /etc/os-release 2>/dev/null && [ "${ID:-}" = ubuntu ]; then
    echo "The browser tests need Chromium. On Ubuntu 'chromium' is a snap, which cannot be driven from here:" >&2
    echo "install Google Chrome's .deb package (the command google-chrome must exist), then run this again." >&2
    return 1
  fi
  apt_install chromium
}

# The sign-in of another house is played by npm's oidc-provider; the tests fetch it as its lock file says.
ensure_node() {
  if command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1; then return 0; fi
  apt_install nodejs npm
}

ensure_fonts() {
  if command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=ja family 2>/dev/null | head -n 1)" ]; then return 0; fi
  apt_install fontconfig fonts-noto-cjk
}

# Which projects: every one below tests/ that is made of tests.
projects=()
for file in tests/*/*.csproj; do
  grep -q 'Include="xunit.v3"' "$file" || continue
  name=$(basename "$(dirname "$file")")
  if wanted "$name"; then projects+=("$file"); fi
done
crash=no
if [ -f tests/crash.sh ] && wanted crash; then crash=yes; fi
if [ ${#projects[@]} -eq 0 ] && [ "$crash" = no ]; then
  echo "There is no test project named $only." >&2
  exit 2
fi

ensure_postgres
if wanted Browser; then
  ensure_browser
  ensure_fonts
fi

if wanted SignIn; then ensure_node; fi

echo "== build"
if [ -z "$only" ] && [ -f JmaActors.sln ]; then
  dotnet build JmaActors.sln -c Release -v quiet
else
  for file in ${projects[@]+"${projects[@]}"}; do dotnet build "$file" -c Release -v quiet; done
  if [ "$crash" = yes ]; then dotnet build src/Silo/Silo.csproj -c Release -v quiet; dotnet build tests/Crash/Crash.csproj -c Release -v quiet; fi
fi

dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1 || true

# Counting how often each branch is taken, and compiling a method anew after its 30th call, pay in a process that lives long; these do not (0x800 calls).
export DOTNET_TieredPGO=0 DOTNET_TC_CallCountThreshold=800

start_postgres max_connections=300
output=$(mktemp) failures=$(mktemp)
trap 'stop_postgres; rm -f "$output" "$failures"' EXIT
export JMA_TEST_POSTGRES="$POSTGRES_CONNECTION"

passed=0 failed=0 skipped=0

# Adds up the summary line of one run; a run that ends without one has failed as a whole.
count() {
  local code=$1 summary total errors failures skips
  summary=$(grep -aoE 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' "$output" | tail -n 1)
  if [ -z "$summary" ]; then
    failed=$((failed + 1))
    return
  fi
  read -r total errors failures skips <<<"$(grep -oE '[0-9]+' <<<"$summary" | tr '\n' ' ')"
  passed=$((passed + total - failures - skips))
  failed=$((failed + failures + errors))
  skipped=$((skipped + skips))
  if [ "$code" -ne 0 ] && [ $((failures + errors)) -eq 0 ]; then failed=$((failed + 1)); fi
}

for file in ${projects[@]+"${projects[@]}"}; do
  folder=$(dirname "$file")
  echo "== $(basename "$folder")"
  assembly=$(ls "$folder"/bin/Release/net10.0/JmaActors.Tests.*.runtimeconfig.json | head -n 1)
  code=0
  dotnet exec "${assembly%.runtimeconfig.json}.dll" -noLogo -noColor 2>&1 | tee "$output" || code=$?
  count "$code"
  grep -a -A "$FAILURE_LINES" -F '[FAIL]' "$output" >>"$failures" || true
done

if [ "$crash" = yes ]; then
  for database in sqlite postgres; do
    echo "== crash $database"
    if JMA_BUILT=yes bash tests/crash.sh "$CRASH_ROUNDS" "$database"; then
      passed=$((passed + 1))
    else
      failed=$((failed + 1))
      echo "crash $database [FAIL]" >>"$failures"
    fi
  done
fi

if [ -s "$failures" ]; then
  echo "== failed"
  cat "$failures"
fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
