-- One row when this database has seen a migration, none when it is new.
select table_name
from information_schema.tables
where table_catalog = current_database() and table_name = 'schema_migrations';
