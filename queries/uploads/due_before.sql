-- The due dates as they are before an upload is tried; the table goes with the transaction.

create or replace temp table due_before as
select
    suggestion_id,
    due_on
from due_dates($as_of);
