-- ko: '자료 범위'에는 한 행만 둘 수 있으며 '{value}' 행이 있습니다. 그 행을 고치거나, 그 행을 삭제한 뒤 등록해 주십시오.
-- en: The table 'Coverage' holds one row only, and there is '{value}'. Please change that row, or delete it first.
-- returns record, column_name, value

with rows_in_order as (
    select
        record,
        coverage_id,
        first_value(coverage_id) over (order by record) as first_id,
        row_number() over (order by record) as place
    from incoming
    where coverage_id is not null
)
select
    rows_in_order.record,
    'coverage_id' as column_name,
    coalesce(held.coverage_id, rows_in_order.first_id) as value
from rows_in_order
left join coverage as held on true
where rows_in_order.place > 1
    or held.coverage_id <> rows_in_order.coverage_id
