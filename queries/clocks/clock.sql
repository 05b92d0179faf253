-- What is kept in memory of suggestion_clock and of the reports (clocks/followed.sql): all but the long texts, which a list
-- reads for the rows it shows. `place` decides ties in lists. Names are kept as everybody sees them: what is chosen by them stands in addresses, which
-- staff share.

select
    suggestion_clock.* exclude (speaker, speaker_role, title, detail, extension_reason, source) replace (
        shown_name(series) as series,
        shown_name(organization) as organization,
        shown_name(organization_type) as organization_type,
        shown_name(category) as category,
        shown_name(department) as department
    ),
    places.place,
    promise_state(promised_on, progress, confirmed_on) as promise_state,
    last_report_on,
    done_on,
    first_expected_on,
    expected_on,
    review_on
from suggestion_clock($1) as suggestion_clock
left join followed using (suggestion_id)
left join clocks.places as places using (suggestion_id)
