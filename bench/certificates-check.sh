#!/usr/bin/env bash
# How quickly whoever checks a certificate is answered, on a freshly started house with a temporary embedded database
# (fsync on) and 10,000, 100,000 and a million awards in it. Loopback only, a fixed number of requests a second; about
# six minutes. Usage: ./kulluna bench certificates-check [SECONDS a leg] [REQUESTS a second]
set -euo pipefail
root=${KULLUNA_ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
seconds=${1:-10}
rate=${2:-100}
case $seconds$rate in *[!0-9]*) echo "seconds, requests: whole numbers" >&2; exit 2 ;; esac
[ "$seconds" -le 30 ] || seconds=30
[ "$rate" -le 500 ] || rate=500
cd "$root"
exec mvn -q -B -Dquick test -Dtest=CertificateCheckBench -Dsurefire.failIfNoSpecifiedTests=true \
  -Dkulluna.excludedGroups= -Dkulluna.groups=bench \
  -Dkulluna.bench.seconds="$seconds" -Dkulluna.bench.rate="$rate"
