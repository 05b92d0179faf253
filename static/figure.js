/** A figure as Plotly wants it: in the theme's colours and letters, in the size there is. */

const NARROW = 480; // px of width, below which the figure's own patch for small screens applies
/** The light theme, for what is printed and pasted. */
export const LIGHT = { ink: "#1e2124", quiet: "#464c53", line: "#cdd1d5", paper: "#ffffff", dark: false };

// Behind each name of a key: Plotly leaves less room before the next mark than between a mark and its name.
const APART = "\u00a0".repeat(4);

const MONTHS = Array.from({ length: 12 }, (_, month) => `${month + 1}월`);
export const KOREAN = {
  dictionary: { "Double-click to zoom back out": "두 번 누르면 처음 범위로" },
  format: {
    days: ["일요일", "월요일", "화요일", "수요일", "목요일", "금요일", "토요일"],
    shortDays: ["일", "월", "화", "수", "목", "금", "토"],
    months: MONTHS,
    shortMonths: MONTHS,
    date: "%Y. %-m. %-d.",
    year: "%Y",
    month: "%Y. %-m.",
    dayMonth: "%-m. %-d.",
    dayMonthYear: "%Y. %-m. %-d.",
    decimal: ".",
    thousands: ",",
    grouping: [3],
    currency: ["", "원"],
  },
};

/** What holds where the figure does not say otherwise: the theme's colours, nothing hidden by a slip of the hand. */
function template({ font, ink, line, paper }) {
  const axis = { automargin: true, ticklabelstandoff: 4, gridcolor: line, linecolor: line, zerolinecolor: line };
  const clear = "rgba(0,0,0,0)";
  const hoverlabel = { bgcolor: paper, bordercolor: line, font: { family: font, size: 14, color: ink }, align: "left" };
  const still = { dragmode: false, legend: { itemclick: false, itemdoubleclick: false } };
  const grounds = { paper_bgcolor: clear, plot_bgcolor: clear };
  return { layout: { font: { family: font, color: ink }, ...grounds, hoverlabel, ...still, xaxis: axis, yaxis: axis } };
}

/** A copy, for Plotly writes into what it is given, with every #rrggbb that `colours` knows replaced. */
function copied(value, colours) {
  if (typeof value === "string") {
    return value.replace(/#[0-9a-f]{6}\b/gi, (colour) => colours.get(colour.toLowerCase()) ?? colour);
  }
  if (Array.isArray(value)) return value.map((item) => copied(item, colours));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, copied(item, colours)]));
}

function patch(target, changes) {
  const plain = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  for (const [name, change] of Object.entries(changes ?? {})) {
    if (plain(change) && plain(target[name])) patch(target[name], change);
    else target[name] = change;
  }
}

export function fitted(payload, look, { width, height }) {
  const { data, layout } = copied(payload.figure, new Map(Object.entries(look.dark ? payload.dark : {})));
  const { narrow, narrow_traces: traces = [] } = layout.meta ?? {};
  if (width < NARROW) {
    patch(layout, narrow);
    traces.forEach((changes, index) => patch(data[index], changes));
  }
  const isSpaced = layout.showlegend && !layout.legend?.entrywidth;  // columns are apart by their width
  if (isSpaced) for (const trace of data) if (trace.name) trace.name += APART;
  return { data, layout: { template: template(look), ...layout, transition: undefined, width, height } };
}
