#!/usr/bin/env bash
# Installs what `python -m benchmarks peers` compares with, each in an environment of its own: Superset and Datasette.
#
#     bash benchmarks/peers.sh [FOLDER]
#
# Without a folder they go to benchmarks/.peers, where the benchmark looks for them; PEERS names another one to it.
# PYTHON names another Python than python3: Superset needs 3.10 to 3.12. When this ends, nothing of it runs.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "${1:-$here/.peers}"
folder=$(cd "${1:-$here/.peers}" && pwd)
rm -f "$folder/installed"

for peer in superset datasette; do
    "${PYTHON:-python3}" -m venv "$folder/$peer"
    "$folder/$peer/bin/python" -m pip install --disable-pip-version-check --quiet \
        --requirement "$here/peers-$peer.txt"
done

# Superset's key for cookies, and its administrator's password.
(umask 077 && "$folder/superset/bin/python" -c 'import secrets; print(secrets.token_hex(32))' >"$folder/secret")

# Its own tables and its administrator, no examples. Every run of the benchmark works on a copy of this file.
export SUPERSET_HOME="$folder" SUPERSET_CONFIG_PATH="$here/superset_config.py" FLASK_APP="superset.app:create_app()"
SUPERSET_SECRET_KEY=$(cat "$folder/secret")
export SUPERSET_SECRET_KEY
superset() {
    "$folder/superset/bin/superset" "$@" >>"$folder/superset.log" 2>&1 ||
        { echo "superset $1 failed: see $folder/superset.log" >&2 && exit 1; }
}
rm -f "$folder/superset.db" "$folder/superset.log"
superset db upgrade
superset fab create-admin --username admin --firstname Bench --lastname Mark --email admin@example.invalid \
    --password "$SUPERSET_SECRET_KEY"
superset init

touch "$folder/installed"
echo "Superset and Datasette are in $folder."
