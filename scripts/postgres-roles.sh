#!/bin/bash
# Run once by the postgres image, on an empty data folder: the role that owns the tables, and the app's, which owns nothing.
set -euo pipefail
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set database="$POSTGRES_DB" --set owner_password="$KINPLAN_OWNER_PASSWORD" --set app_password="$KINPLAN_APP_PASSWORD" <<'SQL'
create role kinplan_owner login createrole nosuperuser nobypassrls password :'owner_password';
create role kinplan_app login nocreaterole nosuperuser nobypassrls password :'app_password';
alter database :"database" owner to kinplan_owner;
revoke all on database :"database" from public;
grant connect on database :"database" to kinplan_app;
SQL
