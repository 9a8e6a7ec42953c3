-- The version of an opened database; null in a new one.
select max(version) as version
from schema_migrations;
