/**
 * Hears of newer data: over a socket, which tells at once; when that is cut, by asking slowly. It notices when the
 * machine slept, when the network comes and goes, and when the server was started anew.
 */

const PLACE = new URL("../../live", import.meta.url);
const SILENCE = 25_000; // ms without a word from the server (it speaks every 10 s), after which the socket is dead
const SLEEP = 100_000; // ms between two ticks; a page in the background may tick once a minute
const SLOWEST = 20_000; // ms between two attempts, each of which asks when the socket cannot be had
const PATIENCE = 8_000; // ms for an answer or a socket

/**
 * Calls `hear({ version, server, now }, rested)` for all that is told, `rested` being how long the page slept, and
 * `change(state, since)` for each state: connecting, live, slow or cut.
 */
export function openChannel(hear, change) {
  const now = Date.now();
  const channel = { hear, change, socket: null, attempts: 0, next: 0, deadline: 0, heardAt: now, tickedAt: now, rested: 0 };
  const again = () => startAgain(channel);
  const shown = () => document.visibilityState === "visible" && tick(channel);
  addEventListener("online", again);
  addEventListener("offline", () => lose(channel, Date.now()));
  addEventListener("pageshow", shown);
  document.addEventListener("visibilitychange", shown);
  setInterval(() => tick(channel), 1_000);
  connect(channel);
}

function tick(channel) {
  const now = Date.now();
  const gap = now - channel.tickedAt;
  channel.tickedAt = now;
  if (gap > SLEEP) {
    channel.rested += gap;
    startAgain(channel);
  } else if (channel.socket && now > channel.deadline) lose(channel, channel.heardAt);
  else if (!channel.socket && now > channel.next) connect(channel);
}

/** After a sleep, and when the network is back: what looked open may be dead. */
function startAgain(channel) {
  channel.attempts = 0;
  channel.change("connecting");
  connect(channel);
}

/** The network is gone, or the server has not been heard since then. */
function lose(channel, since) {
  channel.socket?.close();
  channel.change("cut", since);
  ask(channel);
}

function connect(channel) {
  channel.socket?.close();
  const socket = new WebSocket(Object.assign(new URL(PLACE), { protocol: PLACE.protocol.replace("http", "ws") }));
  Object.assign(channel, { socket, deadline: Date.now() + PATIENCE });
  socket.onmessage = ({ data }) => socket === channel.socket && heard(channel, JSON.parse(data), "live");
  socket.onclose = () => socket === channel.socket && ask(channel);
}

/** Asks once, and sets the time of the next attempt: sooner at first, and not for all pages at the same moment. */
async function ask(channel) {
  channel.socket = null;
  channel.next = Date.now() + Math.min(SLOWEST, 1_000 * 2 ** channel.attempts++) * (0.5 + Math.random() / 2);
  try {
    const answer = await fetch(PLACE, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok) throw new Error(answer.status);
    const standing = await answer.json();
    if (!channel.socket) heard(channel, standing, "slow");
  } catch {
    if (!channel.socket) channel.change("cut", Date.now());
  }
}

function heard(channel, standing, state) {
  const { rested } = channel;
  const now = Date.now();
  Object.assign(channel, { heardAt: now, deadline: now + SILENCE, rested: 0 });
  if (state === "live") channel.attempts = 0;
  channel.change(state);
  channel.hear(standing, rested);
}
