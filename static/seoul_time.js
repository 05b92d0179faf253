/** Days and times in Seoul, whatever the zone of this machine. */

const inSeoul = (options) => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul", ...options });
const DAY = inSeoul({ dateStyle: "short" });
const TIME = inSeoul({ timeStyle: "short" });

/** The day of a moment in milliseconds: `2025-11-11`. */
export const dayInSeoul = (moment) => DAY.format(moment);

/** The time of a moment in milliseconds: `11:20`; on another day than today `11. 11. 11:20`, in English `11-11 11:20`. */
export function timeInSeoul(moment, language) {
  const day = dayInSeoul(moment);
  const time = TIME.format(moment);
  if (day === dayInSeoul(Date.now())) return time;
  const [, month, date] = day.split("-");
  return language === "ko" ? `${Number(month)}. ${Number(date)}. ${time}` : `${month}-${date} ${time}`;
}
