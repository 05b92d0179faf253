/** The window of the presenter: opened from the slides, and in step with them in both directions over a channel. */

const NAME = "deck-presenter";

/** The script that runs in that window: in a file it stands there as text, else it is fetched once, so that a cut network does no harm. */
let script = null;

export function prepareScript() {
  const held = document.getElementById("deck-presenter");
  script ??= held
    ? Promise.resolve(held.textContent)
    : fetch(new URL("deck_presenter.js", import.meta.url)).then((answer) => answer.text());
  return script.catch(() => { script = null; return ""; });
}

/**
 * The end of the channel at the slides. `told()` is what the window shows now, `look()` how slides look; `press(key)`,
 * `restart()`, `find(text)` and `open(place)` of what was found are what it may ask for. The channel is found again after a
 * reload of the slides.
 */
export function openChannel({ told, look, press, restart, find, open }) {
  const id = channelId();
  const channel = new BroadcastChannel(id);
  const send = () => channel.postMessage({ type: "state", ...told() });
  channel.onmessage = ({ data }) => {
    if (data.type === "hello") {
      channel.postMessage({ type: "look", ...look() });
      send();
    }
    if (data.type === "ping") channel.postMessage({ type: "pong" });
    if (data.type === "key") press(data);
    if (data.type === "restart") restart();
    if (data.type === "find") find(data.text).then((found) => channel.postMessage({ type: "found", ...found, of: data.text }));
    if (data.type === "open") open(data.place);
  };
  channel.postMessage({ type: "look", ...look() });
  const leave = () => channel.postMessage({ type: "gone" });
  addEventListener("pagehide", leave);
  return {
    id,
    send,
    close() {
      leave();
      removeEventListener("pagehide", leave);
      channel.close();
    },
  };
}

function channelId() {
  try {
    const id = sessionStorage.getItem("deck-channel") ?? `deck-${Math.random().toString(36).slice(2)}`;
    sessionStorage.setItem("deck-channel", id);
    return id;
  } catch {
    return "deck-here"; // a file in a browser that keeps nothing for files
  }
}

/** Opens the window, or brings it to the front; whether the browser allowed it. */
export async function openWindow({ id, title, language }) {
  const opened = window.open("", NAME, "popup,width=1120,height=760");
  if (!opened) return false;
  opened.focus();
  const page = opened.document;
  if (page.documentElement.dataset.channel === id) return true;
  page.documentElement.dataset.channel = id;
  page.documentElement.lang = language;
  page.title = title;
  const source = await prepareScript();
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  page.body.append(Object.assign(page.createElement("script"), { src: address }));
  return true;
}
