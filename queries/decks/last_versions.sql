-- Every deck as it is now, the one saved last first.

from deck_versions
qualify version_id = max(version_id) over (partition by deck_id)
order by version_id desc;
