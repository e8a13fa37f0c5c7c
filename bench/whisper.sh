#!/usr/bin/env bash
# Whispers at full size, each part in a house of its own on a temporary embedded database (fsync on), loopback only. Each
# fails when a count is wrong, and when a speed misses its goal (by more than KULLUNA_BENCH_SLACK times, which is 1).
#   push    152,001 encrypted pushes to a local service that answers in every way, the house killed at 40 % (about 5 min)
#   live    10,000 connected sessions told of one event (about 2 min)
#   plan    one whisper to 10,000 and to 152,001 members until it is in their inboxes (about 3 min)
#   reach   exact reach of a whisper of 152,001 and of a half-year of twelve, over HTTP (about 3 min)
#   plays   what 1,000 screens played in a day without the network, uploaded twice, counted once (about 20 min)
#   player  a player's page in Chromium for an hour at ten times its clock, its heap flat (about 7 min)
# Usage: ./kulluna bench whisper [all|quick|PART] [HOW MANY]; quick is all of them at a small size (about 6 min). How many:
# subscriptions, connections, members, plays of each screen, minutes of the player's clock.
set -euo pipefail
root=${KULLUNA_ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
part=${1:-all}
many=${2:-}
case $many in *[!0-9]*) echo "how many: a whole number" >&2; exit 2 ;; esac
cd "$root"

# run_bench CLASS [PROPERTY...]
run_bench() {
  local class=$1
  shift
  mvn -q -B -Dquick test "-Dtest=$class" -Dsurefire.failIfNoSpecifiedTests=true -Dkulluna.excludedGroups= \
    -Dkulluna.groups=bench "-Dkulluna.bench.slack=${KULLUNA_BENCH_SLACK:-1}" \
    "-Dkulluna.chromium=${KULLUNA_CHROMIUM:-/usr/bin/chromium}" "$@"
}

push() { run_bench WhisperPushBench ${many:+"-Dkulluna.bench.subscriptions=$many"}; }
live() { run_bench WhisperLiveBench ${many:+"-Dkulluna.bench.connections=$many"}; }
plan() { run_bench WhisperPlanBench ${many:+"-Dkulluna.bench.members=$many"}; }
reach() { run_bench ReachBench; }
plays() { run_bench PlaysBench ${many:+"-Dkulluna.bench.plays=$many"}; }
player() { run_bench PlayerBench ${many:+"-Dkulluna.bench.minutes=$many"}; }
parts="push live plan reach plays player"

quick() {
  many=10000 push
  many=1000 live
  many=10000 plan
  reach
  many=48 plays
  many=10 player
}

case " all quick $parts " in
  *" $part "*) ;;
  *) echo "parts: all quick $parts" >&2; exit 2 ;;
esac
if [ "$part" = all ]; then
  for one in $parts; do "$one"; done
else
  "$part"
fi
