-- Put the rows of a backup into an empty table; a column that the backup does not know stays empty.

insert into {table} by name
from read_parquet('{path}');
