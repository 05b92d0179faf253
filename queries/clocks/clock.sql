-- What is kept in memory of suggestion_clock and of the reports (clocks/followed.sql): all but the long texts, which a list
-- reads for the rows it shows. `place` decides ties in lists. Names are kept as everybody sees them: what is chosen by them stands in addresses, which
-- staff share.
-- They are one list, since DuckDB prepares the patterns of masking for every column that they stand in.

with named as (
    select
        *,
        list_transform(
            [series, organization, organization_type, category, department],
            lambda name: shown_name(name)
        ) as shown
    from suggestion_clock($1)
)
select
    named.* exclude (speaker, speaker_role, title, detail, extension_reason, source, shown) replace (
        shown[1] as series,
        shown[2] as organization,
        shown[3] as organization_type,
        shown[4] as category,
        shown[5] as department
    ),
    places.place,
    promise_state(promised_on, progress, confirmed_on) as promise_state,
    last_report_on,
    done_on,
    first_expected_on,
    expected_on,
    review_on
from named
left join followed using (suggestion_id)
left join clocks.places as places using (suggestion_id)
