#!/usr/bin/env bash
# Certificates, in a house with the demo's people on a temporary embedded database. Two legs: 7,263 of them as PDF in one
# batch over HTTP, and the page where anybody checks one. Loopback only; a few minutes. Usage: ./kulluna bench certificates
set -euo pipefail
root=${KULLUNA_ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
cd "$root"

run_bench() {
  mvn -q -B -Dquick test "-Dtest=$1" -Dsurefire.failIfNoSpecifiedTests=true \
    -Dkulluna.excludedGroups= -Dkulluna.groups=bench "-DargLine=-Xmx512m -XX:+UseSerialGC"
}

# How many a second, and how much memory the house holds meanwhile.
batch() {
  run_bench CertificateBatchBench
}

# How quickly whoever checks one is answered, with up to a million awards in it.
check() {
  bench/certificates-check.sh "$@"
}

batch
check "$@"
