#!/usr/bin/env bash
# Check-ins a second over HTTP, on a freshly started house with a temporary embedded database (fsync on), in turn with
# pgbench on the same database. Loopback only; about two minutes. Usage: ./kulluna bench checkin [SECONDS a leg]
set -euo pipefail
root=${KULLUNA_ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
seconds=${1:-8}
case $seconds in '' | *[!0-9]*) echo "seconds: a whole number" >&2; exit 2 ;; esac
[ "$seconds" -le 15 ] || seconds=15
cd "$root"
exec mvn -q -B -Dquick test -Dtest=CheckInBench -Dsurefire.failIfNoSpecifiedTests=true \
  -Dkulluna.excludedGroups= -Dkulluna.groups=bench \
  "-DargLine=-Xmx512m -XX:+UseSerialGC -Dkulluna.bench.seconds=$seconds"
