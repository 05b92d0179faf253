-- One row is one upload, with the last one that took it back, unless that was itself taken back.

select
    uploads.upload_id,
    uploads.kind,
    uploads.uploaded_by,
    uploads.uploaded_at,
    uploads.undoes,
    undone.by_upload
from uploads
left join (
    select
        undoes,
        max(upload_id) as by_upload
    from standing_uploads
    where undoes is not null
    group by undoes
) as undone on undone.undoes = uploads.upload_id
order by uploads.upload_id desc;
