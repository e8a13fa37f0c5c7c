#!/usr/bin/env bash
# Whispers at full size, each part in a house of its own on a temporary embedded database (fsync on), loopback only.
#   push    152,001 encrypted pushes to a local service that answers in every way, the house killed at 40 % (about 6 min)
#   live    10,000 connected sessions told of one event (about 2 min)
#   reach   exact reach of a whisper of 152,001 and of a half-year of twelve, over HTTP (about 2 min)
# Usage: ./kulluna bench whisper [all|PART] [HOW MANY]
set -euo pipefail
root=${KULLUNA_ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
part=${1:-all}
many=${2:-}
case $many in *[!0-9]*) echo "how many: a whole number" >&2; exit 2 ;; esac
cd "$root"

run_bench() {
  mvn -q -B -Dquick test "-Dtest=$1" -Dsurefire.failIfNoSpecifiedTests=true \
    -Dkulluna.excludedGroups= -Dkulluna.groups=bench "-DargLine=-Xmx512m -XX:+UseSerialGC ${2:-}"
}

push() { run_bench WhisperPushBench "${many:+-Dkulluna.bench.subscriptions=$many}"; }
reach() { run_bench ReachBench; }
live() { run_bench WhisperLiveBench "${many:+-Dkulluna.bench.connections=$many}"; }
parts="push live reach"

case " all $parts " in
  *" $part "*) ;;
  *) echo "parts: all $parts" >&2; exit 2 ;;
esac
if [ "$part" = all ]; then
  for one in $parts; do "$one"; done
else
  "$part"
fi
