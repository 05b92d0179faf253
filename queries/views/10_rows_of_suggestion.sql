-- One row is one row of a table that belongs to a suggestion, as it stands, under the key by which changes are recorded.

create or replace macro rows_of_suggestion(asked_id) as table
    select
        'suggestions' as table_name,
        to_json([suggestion_id])::varchar as row_key,
        to_json(suggestions) as row_now
    from suggestions
    where suggestion_id = asked_id
    union all
    select 'responses', to_json([response_id])::varchar, to_json(responses)
    from responses
    where suggestion_id = asked_id
    union all
    select 'progress_reports', to_json([report_id])::varchar, to_json(progress_reports)
    from progress_reports
    where suggestion_id = asked_id
    union all
    select 'pauses', to_json([suggestion_id, paused_from::varchar])::varchar, to_json(pauses)
    from pauses
    where suggestion_id = asked_id
    union all
    select 'links', to_json([suggestion_id, related_id])::varchar, to_json(links)
    from links
    where suggestion_id = asked_id;
