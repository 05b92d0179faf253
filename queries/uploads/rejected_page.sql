-- Some of the rejected rows, in the order of the file, each with what is wrong with it at the end.

with remarks as (
    select
        kinds_of_records.record,
        string_agg(sentences.sentence, ' ' order by kinds_of_records.column_name, kinds_of_records.code) as remark
    from kinds_of_records
    join sentences using (kind)
    where kinds_of_records.record between $first and $last
    group by kinds_of_records.record
)
select concat_ws(',', rejected.line, in_quotes(remarks.remark)) as line
from rejected
join remarks using (record)
where record between $first and $last
order by record;
