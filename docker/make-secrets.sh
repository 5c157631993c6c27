#!/bin/sh
# Makes the secrets of docker-compose.yml once. Keep the folder safe: without the master key the identities are lost.
set -eu
folder="$(dirname "$0")/../secrets"
if [ -e "$folder" ]; then
  echo "secrets/ exists already; nothing was changed." >&2
  exit 1
fi
# The folder is closed to others; the files must be readable for the users inside the containers.
mkdir -m 700 "$folder"
cd "$folder"
umask 022

random() { head -c 32 /dev/urandom | base64 | tr -d '\n'; }
password() { head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n'; }

for name in jwt_secret master_key index_key cookie_secret receipt_key anchor_key; do random > "$name"; done
password > database_app_password
password > database_password
printf 'postgres://postgres:%s@database:5432/mintforge' "$(cat database_password)" > database_url
echo "Made the secrets in secrets/."
