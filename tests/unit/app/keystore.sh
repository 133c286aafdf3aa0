#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# keystore.sh PROGRAM: runs the test PROGRAM against each state that a secret store can be in, with a home, a session bus
# and a GNOME Keyring of its own.
set -euo pipefail
program=$1

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run"
export HOME=$home XDG_RUNTIME_DIR=$home/run XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data
export XDG_CACHE_HOME=$home/cache XDG_STATE_HOME=$home/state
export OKOSHKO_TEST_KEY=0123456789abcdefFEDCBA9876543210
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS XDG_CURRENT_DESKTOP DESKTOP_SESSION KDE_FULL_SESSION

# bus NAME [RULE]: a session bus that starts no service by itself, and so no prompt either.
bus() {
    cat >"$home/$1.conf" <<XML
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=$home/run</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
    ${2-}
  </policy>
</busconfig>
XML
}
bus plain
bus strict '<deny send_destination="org.freedesktop.secrets"/>'

failed=0
# try STATE COMMAND...
try() {
    printf -- '-- %s\n' "$1"
    "${@:2}" "$program" "$1" || failed=1
}

# shellcheck disable=SC2016 # expanded inside
with_keyring='daemon=(gnome-keyring-daemon --foreground --components=secrets)
if [ "$1" = open ]; then "${daemon[@]}" --unlock <<<password & else "${daemon[@]}" & fi >"$HOME/daemon.log" 2>&1
keyring=$!
trap "kill $keyring; wait $keyring || true" EXIT
"${@:2}"'
session=(dbus-run-session --config-file="$home/plain.conf" --)
strict=(dbus-run-session --config-file="$home/strict.conf" --)

try nobus env
try nostore "${session[@]}"
try silent "${session[@]}"
try unlocked "${session[@]}" bash -c "$with_keyring" keyring open
try locked "${session[@]}" bash -c "$with_keyring" keyring closed
try reopened "${session[@]}" bash -c "$with_keyring" keyring open
try denied "${strict[@]}" bash -c "$with_keyring" keyring open

# Whatever happened, no file holds the key as it is.
encoded=$(printf %s "$OKOSHKO_TEST_KEY" | base64)
if grep -rlFe "$OKOSHKO_TEST_KEY" -e "$encoded" "$home"; then
    echo "FAIL: the key lies in a file"
    failed=1
fi
exit "$failed"
