#!/usr/bin/env bash
# Takes a copy of a database, and looks whether it can be read.
set -euo pipefail

readonly target=${1:-/var/backups}
name="shop-$(date +%F).dump"
keep=7
export PGOPTIONS='-c statement_timeout=0'

fail() {
  echo "error: $1" >&2
  exit "${2:-1}"
}

usage() {
  cat <<'END'
usage: copy [FOLDER]
  Writes FOLDER/shop-DATE.dump, and $keeps the last seven.
END
}

if [[ $# -gt 1 || "${1:-}" == "--help" ]]; then
  usage
  exit 0
fi

[ -d "$target" ] || fail "no folder $target" 2
command -v pg_dump >/dev/null || fail 'pg_dump is not installed'

pg_dump --format=custom --no-owner --file "$target/$name.part" "$DATABASE_URL"
mv -- "$target/$name.part" "$target/$name"

count=0
for file in "$target"/shop-*.dump; do
  count=$((count + 1))
  size=$(stat -c %s "$file")
  if [ "$size" -eq 0 ]; then
    printf '%s is empty\n' "$file"
    continue
  fi
done

while [ "$count" -gt "$keep" ]; do
  oldest=$(ls -1 "$target" | head -n 1)
  rm -f "$target/$oldest" && count=$((count - 1))
done

case "$(uname -s)" in
  Linux) pg_restore --list "$target/$name" | wc -l ;;
  Darwin | FreeBSD) echo "not tried there" ;;
  *) echo unknown ;;
esac

curl -fsS -X POST https://example.org/hooks/copy -d "name=$name&count=${count}" || true
psql "$DATABASE_URL" -v ON_ERROR_STOP=1 -c "SELECT count(*) FROM orders" # how many
local_time=$(TZ=UTC date)
echo "${local_time}: wrote \"$name\" ($count of $keep)" | tee -a copy.log
