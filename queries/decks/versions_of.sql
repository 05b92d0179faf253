-- Every version of one deck, the newest first.

from deck_versions
where deck_id = $deck_id
order by version_id desc;
