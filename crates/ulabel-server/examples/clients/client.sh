#!/usr/bin/env bash
# Asks the service about names with curl, over TCP or a unix socket: client.sh ADDRESS NAME...
# ADDRESS is HOST:PORT or the path of a unix socket. Names go as JSON Lines, and so come the reports.
set -euo pipefail
address=$1
shift
case $address in
    */*) url=(--unix-socket "$address" http://localhost) ;;
    *) url=("http://$address") ;;
esac
printf '"%s"\n' "$@" | curl --silent --show-error --fail-with-body --data-binary @- \
    --header 'Content-Type: application/jsonl' --header 'Accept-Language: fr' "${url[@]}/v1/check?policy=ch"
