# A throwaway PostgreSQL for tests and benchmarks; to be sourced. It lives in a folder of its own, on a free port of this machine, under an
# unprivileged user when we are root, and is stopped by its own process id.
#
#   ensure_postgres                 installs the server with apt when it is missing
#   start_postgres [name=value …]   starts one; sets POSTGRES_CONNECTION
#   stop_postgres                   stops it and removes its folder
#
# With POSTGRES_HUGE=yes its shared memory lies in huge pages, as on a server of its own, where the machine allows to reserve them.

POSTGRES_DIR=""
HUGE_PAGES=0

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null 2>&1; then sudo "$@"
  else return 1
  fi
}

postgres_bin() {
  local found
  found=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -n | tail -n 1)
  if [ -n "$found" ] && [ -x "$found/initdb" ]; then echo "$found"
  elif command -v initdb >/dev/null 2>&1; then dirname "$(command -v initdb)"
  else return 1
  fi
}

apt_install() {
  if ! command -v apt-get >/dev/null 2>&1 || ! as_root true 2>/dev/null; then
    echo "Missing: $*. Install these packages (as root: apt-get install $*) and run this again." >&2
    return 1
  fi
  echo "Installing $* …" >&2
  as_root apt-get update -qq >/dev/null
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

ensure_postgres() {
  postgres_bin >/dev/null && return 0
  # The package would start a server of its own; only the programs are wanted.
  if [ -d /etc/postgresql-common ] || as_root mkdir -p /etc/postgresql-common 2>/dev/null; then
    [ -e /etc/postgresql-common/createcluster.conf ] || echo "create_main_cluster = false" | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null 2>&1 || true
  fi
  apt_install postgresql
}

# Runs a command as the user the server may run under: never root.
as_postgres() {
  if [ "$(id -u)" -ne 0 ]; then "$@"; return; fi
  local user=nobody
  id postgres >/dev/null 2>&1 && user=postgres
  (cd / && setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups -- "$@")
}

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 20000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

# Reserves what the server's shared memory needs beside what is reserved already; stop_postgres gives it back.
reserve_huge_pages() {
  local wanted before after
  wanted=$(as_postgres "$1/postgres" -D "$POSTGRES_DIR/data" -C shared_memory_size_in_huge_pages 2>/dev/null) || wanted=0
  before=$(cat /proc/sys/vm/nr_hugepages 2>/dev/null) || before=0
  [ "${wanted:-0}" -gt 0 ] && as_root sysctl -qw vm.nr_hugepages=$((before + wanted)) 2>/dev/null || true
  after=$(cat /proc/sys/vm/nr_hugepages 2>/dev/null) || after=0
  HUGE_PAGES=$((after - before))
  [ "$HUGE_PAGES" -gt 0 ] && [ "$HUGE_PAGES" -ge "${wanted:-0}" ] || echo "$HUGE_PAGES huge pages can be reserved here of ${wanted:-0}: the server uses usual pages." >&2
}

free_huge_pages() {
  [ "$HUGE_PAGES" -eq 0 ] || as_root sysctl -qw vm.nr_hugepages=$(($(cat /proc/sys/vm/nr_hugepages) - HUGE_PAGES)) || true
  HUGE_PAGES=0
}

start_postgres() {
  local bin port setting
  bin=$(postgres_bin)
  POSTGRES_DIR=$(mktemp -d "${TMPDIR:-/tmp}/jma-postgres.XXXXXX")
  if [ "$(id -u)" -eq 0 ]; then
    if id postgres >/dev/null 2>&1; then chown postgres "$POSTGRES_DIR"; else chown nobody "$POSTGRES_DIR"; fi
  fi
  as_postgres "$bin/initdb" -D "$POSTGRES_DIR/data" -U jma -A trust -E UTF8 --locale=C >"$POSTGRES_DIR.log" 2>&1 || { cat "$POSTGRES_DIR.log" >&2; return 1; }
  rm -f "$POSTGRES_DIR.log"
  for setting in "$@"; do echo "${setting%%=*} = '${setting#*=}'"; done >>"$POSTGRES_DIR/data/postgresql.conf"
  [ "${POSTGRES_HUGE:-}" != yes ] || reserve_huge_pages "$bin"
  for _ in 1 2 3 4 5; do
    port=$(free_port)
    if as_postgres "$bin/pg_ctl" -D "$POSTGRES_DIR/data" -w -t 30 -l "$POSTGRES_DIR/data/server.log" \
        -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='$POSTGRES_DIR'" start >/dev/null 2>&1; then
      POSTGRES_CONNECTION="Host=127.0.0.1;Port=$port;Username=jma;Database=postgres"
      return 0
    fi
  done
  cat "$POSTGRES_DIR/data/server.log" >&2
  return 1
}

stop_postgres() {
  [ -n "$POSTGRES_DIR" ] || return 0
  as_postgres "$(postgres_bin)/pg_ctl" -D "$POSTGRES_DIR/data" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$POSTGRES_DIR"
  POSTGRES_DIR=""
  free_huge_pages
}
