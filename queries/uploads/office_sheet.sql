-- One row is one suggestion as the office keeps it: its meeting, what was asked, its latest reply, how far it is carried out
-- by the later of that reply and its latest report, and the day by which that report expects it to be done. `number` is the one at the end of an id such as GJ-1-7, where ids are made so;
-- others count on behind the largest of these, so that no two of a meeting have the same.
-- $session_id     the one meeting that is asked for; null means all
-- $department     the one department that is asked for, by its name as filters show it, '' for none yet; null means all
-- $by_department  whether the suggestions of a department stand together

with numbered as (
    select
        suggestions.*,
        case
            when starts_with(suggestion_id, session_id || '-')
                then try_cast(nullif(regexp_extract(suggestion_id[length(session_id) + 2:], '^[1-9]\d{0,8}$'), '') as integer)
        end as own_number
    from suggestions
),
latest_replies as (
    from responses
    qualify row_number() over (partition by suggestion_id order by responded_on desc, response_id desc) = 1
),
latest_reports as (
    from progress_reports
    qualify row_number() over (partition by suggestion_id order by reported_on desc, report_id desc) = 1
)
select
    coalesce(own_number, coalesce(max(own_number) over meeting, 0) + row_number() over (
        partition by session_id, own_number is null order by natural_key(suggestion_id), suggestion_id
    )) as number,
    suggestion_id, session_id,
    sessions.series, sessions.round, sessions.held_on, asked.received_on,
    asked.organization, asked.speaker, asked.speaker_role, asked.title, asked.detail, asked.category,
    nullif(trim(asked.department), '') as department,
    coalesce(replied.decision, nullif(replied.kind, 'final')) as result,
    case
        when reported.progress is null or replied.responded_on > reported.reported_on
            then coalesce(replied.progress, reported.progress)
        else reported.progress
    end as progress,
    replied.answer, replied.reason, replied.limits, replied.next_step, replied.responded_on,
    reported.expected_on, replied.responder, replied.note
from numbered as asked left join sessions using (session_id)
left join latest_replies as replied using (suggestion_id)
left join latest_reports as reported using (suggestion_id)
where $session_id::varchar is null or session_id = $session_id
window meeting as (partition by session_id)
qualify $department::varchar is null or coalesce(shown_name(asked.department), '') = $department
order by case when $by_department then department end nulls last, held_on, natural_key(session_id), session_id, number
