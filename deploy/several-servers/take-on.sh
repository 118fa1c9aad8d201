#!/bin/sh
# Hands the meetings of a machine that died to a server that runs: from its folder of copies into the other's data folder.
#
#   take-on.sh COPIES DATA [ID ...]
#
# COPIES is the dead server's --backup folder, DATA the data folder of the server that goes on; without an ID all of its
# meetings go. The server need not be stopped: it finds a folder when somebody asks for the meeting. Nothing in COPIES is
# changed, and a meeting that DATA has already is left as it is there.
set -eu

if [ $# -lt 2 ] || [ ! -d "$1/meetings" ] || [ ! -d "$2/meetings" ]; then
  sed -n '2,8s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
copies=$1 data=$2
shift 2
[ $# -gt 0 ] || set -- $(ls "$copies/meetings" | grep '^m[0-9a-f]*$')

for id in "$@"; do
  if [ -e "$data/meetings/$id" ]; then
    echo "$id: there already, left as it is"
    continue
  fi
  # Under another name until it is whole and on the disk: a folder appears in one step.
  coming=$data/meetings/.coming-$id
  rm -rf "$coming"
  cp -R "$copies/meetings/$id" "$coming"
  sync
  mv "$coming" "$data/meetings/$id"
  echo "$id: taken on"
done
