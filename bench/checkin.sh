#!/usr/bin/env bash
# Check-ins a second over HTTP, on a freshly started house with a temporary embedded database (fsync on). Loopback
# only, under two minutes. Usage: ./kulluna bench checkin [SECONDS]
set -euo pipefail
root=${KULLUNA_ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
seconds=${1:-10}
case $seconds in '' | *[!0-9]*) echo "seconds: a whole number" >&2; exit 2 ;; esac
[ "$seconds" -le 15 ] || seconds=15
cd "$root"
exec mvn -q -B -Dquick test -Dtest=CheckInBench -Dsurefire.failIfNoSpecifiedTests=true \
  -Dkulluna.excludedGroups= -Dkulluna.groups=bench \
  "-DargLine=-Xmx512m -XX:+UseSerialGC -Dkulluna.bench.seconds=$seconds"
