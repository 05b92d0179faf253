-- Ids that are no longer what was typed: Excel writes a long number as 1.23E+15, and "1-1" as a day without a year.

select
    staged.file_row_number as record,
    '{column}' as column_name,
    staged.{column} as value,
    case when regexp_matches(staged.{column}, '[Ee][+-]')
        then 'power_as_text'
        else 'date_as_id'
    end as code
from {rows} as staged
where regexp_matches(
    staged.{column},
    '^([+-]?\d(\.\d+)?[Ee][+-]\d{{2,3}}|\d{{1,2}}월 ?\d{{1,2}}일'
    || '|\d{{1,2}}-' || '(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)' || '(-\d{{2,4}})?|' || '(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)' || '-\d{{2,4}})$'
)
