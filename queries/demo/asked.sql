-- ko: 건의 하나하나의 뼈대
--     문안의 빈자리를 채우고 접수일과 담당부서를 정합니다. 접수일이 비면 간담회 당일입니다.
--     마지막 두 간담회에는 아직 담당부서를 정하지 못한 건의가 많습니다.
-- en: Bones of every suggestion
--     Fills the slots of its wording, settles receipt and department. No receipt: the day of the meeting.
--     After the last two meetings many suggestions have no department yet.
--
-- $meetings  how many meetings have been due
-- $today     no receipt is later
-- $seed      which of the possible worlds
-- returns nothing

create or replace temp table demo_asked as
select
    draws.*,
    petitions.petition,
    petitions.pace,
    meetings.status = 'held' and demo_dice(100, n, $seed, 'on site') < 28 as has_on_site,
    printf('DEMO-%03d-%03d', meeting, row_number() over (partition by meeting order by n)) as suggestion_id,
    meetings.held_on,
    demo_dice(100, n, $seed, 'received') as promptness,
    meetings.held_on + case
        when promptness < 60 then null
        when promptness < 74 then 0
        else 1 + demo_dice(8, n, $seed, 'receipt')
    end as sent_on,
    case when sent_on <= $today::date then sent_on end as received_on,
    coalesce(received_on, meetings.held_on) as counted_from,
    case
        when demo_dice(100, n, $seed, 'department') >= if(meeting > $meetings - 2, 25, 6) then department
    end as department,
    coalesce(petitions.a[1 + demo_dice(len(petitions.a), n, $seed, 'a')], '') as a_word,
    coalesce(petitions.b[1 + demo_dice(len(petitions.b), n, $seed, 'b')], '') as b_word,
    demo_slotted(petitions.title, a_word, b_word) as title,
    demo_slotted(petitions.action, a_word, b_word) as action
from demo_draws as draws
join demo_meetings as meetings on meetings.number = draws.meeting
join demo_petitions as petitions
    on petitions.category = draws.category
    and petitions.place = demo_dice(petitions.choices, n, $seed, 'petition');
