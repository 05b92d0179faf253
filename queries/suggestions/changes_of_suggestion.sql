-- ko: 건의별 자료 변경
--     건의 하나와 그 답변, 추진상황, 기한 중단이 언제 자료에 더해지거나 바뀌었는지 최근 것부터 10번까지 보여 줍니다. 바뀐 값과 바꾼 사람은 담당자에게만 보입니다.
-- en: Changes to one suggestion
--     When a suggestion, its responses, reports and pauses were added to the data or changed: the latest ten times, newest first. Only staff see the values and who changed them.
--
-- $as_of          the day being looked at: what is dated later is left out
-- $suggestion_id  the suggestion
-- $is_staff       whether the values are shown, and who changed them
-- returns upload_id, changed_on, is_undo, uploaded_by, table_name, change, row_before, row_after

with touching as (
    select
        *,
        dense_rank() over (order by upload_id desc) as newest
    from changes_about($suggestion_id)
    where $suggestion_id in (row_after ->> '$.suggestion_id', row_before ->> '$.suggestion_id')
        and coalesce(
            row_after ->> '$.responded_on', row_after ->> '$.reported_on', row_after ->> '$.paused_from', ''
        ) <= $as_of::varchar
)
select
    upload_id,
    (uploads.uploaded_at + interval 9 hours)::date as changed_on,  -- of Seoul, from UTC
    uploads.undoes is not null as is_undo,
    case when $is_staff then uploads.uploaded_by end as uploaded_by,
    touching.table_name,
    case
        when touching.row_before is null then 'added'
        when touching.row_after is null then 'deleted'
        else 'changed'
    end as change,
    case when $is_staff then touching.row_before::varchar end as row_before,
    case when $is_staff then touching.row_after::varchar end as row_after
from touching
join uploads using (upload_id)
where touching.newest <= 10
order by
    upload_id desc,
    touching.table_name,
    change,
    touching.row_key;
