-- ko: 자료 기준 시각
--     마지막으로 자료가 반영되거나 되돌려진 때(UTC)와, 그때까지 바뀐 행을 모두 더한 수입니다.
-- en: State of the data
--     When data were last applied or taken back (UTC), and how many rows were changed up to then in all.
--
-- returns changed_at, rows_changed

select
    (select max(uploaded_at) from uploads) as changed_at,
    (select coalesce(sum(added + changed + deleted), 0)::bigint from upload_files) as rows_changed;
