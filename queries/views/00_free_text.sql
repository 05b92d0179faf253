-- The one list of what people write into which table: it drives the warning of an upload, masking, search and export.
-- `free_text_of` are words that may hold anything, `names_of` are people's names, `codes_of` are numbers and words of a
-- list, which are shown as they are. Every text column of a table stands in exactly one of the three.

create or replace macro free_text_of(table_name) as case table_name
    when 'sessions' then ['series', 'place', 'topic', 'presenters', 'attendance_note', 'source']
    when 'suggestions' then [
        'organization', 'organization_type', 'speaker_role', 'category', 'title', 'detail', 'department',
        'extension_reason', 'source'
    ]
    when 'responses' then ['answer', 'reason', 'limits', 'next_step', 'responder', 'source', 'note']
    when 'progress_reports' then ['summary', 'slip_reason', 'evidence', 'source']
    when 'pauses' then ['reason']
    when 'links' then ['reason']
    when 'holidays' then ['name']
    when 'categories' then ['category', 'label_en', 'aliases']
    when 'coverage' then ['description_ko', 'description_en']
    when 'events' then ['title', 'note', 'source_url']
    else []
end;

create or replace macro names_of(table_name) as case table_name
    when 'suggestions' then ['speaker']
    when 'progress_reports' then ['confirmed_by']
    else []
end;

create or replace macro codes_of(table_name) as case table_name
    when 'sessions' then ['session_id', 'status']
    when 'suggestions' then ['suggestion_id', 'session_id']
    when 'responses' then ['response_id', 'suggestion_id', 'kind', 'decision', 'progress']
    when 'progress_reports' then ['report_id', 'suggestion_id', 'progress']
    when 'pauses' then ['suggestion_id']
    when 'links' then ['suggestion_id', 'related_id']
    when 'coverage' then ['coverage_id']
    when 'events' then ['event_id', 'kind']
    else []
end;
