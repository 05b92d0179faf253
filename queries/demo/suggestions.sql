-- ko: 가상 건의 넣기
--     내용은 사정, 요청, 때로는 덧붙이는 말로 이루어집니다. 오래 걸리는 건의의 일부는 기한을 연장합니다.
-- en: Invented suggestions, into the table
--     Details are a situation, a request and at times a closing. Some of the slow ones are extended.
--
-- $surnames     family names to draw from
-- $given_names  given names to draw from, which show that they are invented
-- $closings     closings to draw from
-- $extensions   reasons for extending to draw from
-- $source       what the source column says
-- $today        the day the data ends
-- $seed         which of the possible worlds
-- returns nothing

insert into suggestions by name
select
    suggestion_id,
    printf('DEMO-%03d', meeting) as session_id,
    received_on,
    organizations.organization,
    organization_type,
    case
        when demo_dice(6, number, $seed, 'unnamed') > 0
        then $surnames[1 + demo_dice(len($surnames), number, $seed, 'surname')]
        || $given_names[1 + demo_dice(len($given_names), number, $seed, 'given name')]
    end as speaker,
    roles[1 + demo_dice(len(roles), number, $seed, 'role')] as speaker_role,
    asked.category,
    asked.title,
    concat_ws(
        ' ',
        demo_slotted(situations[1 + demo_dice(len(situations), n, $seed, 'situation')], a_word, b_word),
        demo_slotted(requests[1 + demo_dice(len(requests), n, $seed, 'request')], a_word, b_word),
        $closings[1 + demo_dice(3 * len($closings), n, $seed, 'closing')]
    ) as detail,
    asked.department,
    case
        when days > 14 and counted_from < $today::date - 9 and demo_dice(100, n, $seed, 'extended') < 20
        then demo_weekday(counted_from + 26 + demo_dice(9, n, $seed, 'extended until'))
    end as extended_due_on,
    case
        when extended_due_on is not null
        then $extensions[1 + demo_dice(len($extensions), n, $seed, 'extension reason')]
    end as extension_reason,
    $source as source
from demo_asked as asked
join demo_clocks using (n)
join demo_petitions as petitions using (petition)
join demo_organizations as organizations on organizations.number = asked.organization;
