/**
 * What the presenter sees on a screen of their own: the slide that is shown, the next one, the notes, the time of day and the
 * time since the beginning. It runs in a window that the slides opened, and hears from them over a channel only.
 */
(() => {
  const STYLE = `
    html { color-scheme: dark; } body { margin: 0; height: 100vh; display: grid; box-sizing: border-box; padding: 16px; gap: 12px 20px;
      grid-template: auto auto minmax(4.5em, 1fr) auto / minmax(0, 5fr) minmax(0, 3fr); background: #16181b; color: #f4f5f6;
      font: 20px/1.45 var(--letters, sans-serif); font-variant-numeric: tabular-nums; word-break: keep-all; }
    header { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 8px 32px; align-items: baseline; }
    header b { font-size: 30px; } header .place { margin-left: auto; font-size: 24px; }
    h2 { margin: 0 0 6px; font-size: 17px; font-weight: 400; color: #cdd1d5; }
    .view { position: relative; min-height: 0; display: flex; flex-direction: column; }
    .frame { position: relative; overflow: hidden; aspect-ratio: 16 / 9; max-height: 56vh; }
    .frame .deck { position: absolute; inset: auto; left: 0; top: 0; width: 1280px; height: 720px; transform-origin: 0 0; z-index: auto; cursor: default; background: none; }
    .frame p.end { padding: 24px; color: #cdd1d5; }
    .notes { grid-column: 1 / -1; overflow: auto; padding: 12px 16px; border-radius: 8px; background: #24272c;
      font-size: 26px; white-space: pre-wrap; }
    .notes.none { color: #b1b8be; font-size: 20px; }
    .tools { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
    button { font: inherit; color: inherit; min-height: 48px; min-width: 64px; padding: 0 18px; border: 1px solid #8a949e; border-radius: 8px; background: #24272c; cursor: pointer; }
    button:hover { background: #33363d; } button:focus-visible { outline: 3px solid #86aff9; outline-offset: 2px; }
    button[aria-pressed=true] { background: #f4f5f6; color: #16181b; }
    .search { position: fixed; inset: 10vh 10vw auto; padding: 16px; border: 1px solid #8a949e; border-radius: 12px; background: #24272c; }
    .search input { font: inherit; font-size: 26px; width: 100%; box-sizing: border-box; padding: 8px 12px; background: #16181b; color: inherit; border: 1px solid #8a949e; border-radius: 8px; }
    .search ul { list-style: none; margin: 8px 0; padding: 0; max-height: 56vh; overflow: auto; } .search li button { width: 100%; text-align: left; border: 0; }
    .search li button[aria-current=true] { background: #0b50d0; color: #fff; } .search p { margin: 0; color: #cdd1d5; }
    .warning { margin: 0; padding: 4px 12px; border-radius: 6px; background: #bd2c0f; color: #fff; }
    [hidden] { display: none !important; }
    @media (max-width: 700px) { body { grid-template: auto auto auto minmax(4.5em, 1fr) auto / minmax(0, 1fr); height: auto; min-height: 100vh; } }
  `;
  const SILENCE = 3_000; // ms without an answer, after which the slides are taken for gone
  const page = document;
  const channel = new BroadcastChannel(page.documentElement.dataset.channel);
  const element = (tag, attributes = {}, ...children) => {
    const made = Object.assign(page.createElement(tag), attributes);
    made.append(...children);
    return made;
  };
  const parts = {
    time: element("b"), elapsed: element("b"), warning: element("p", { className: "warning", role: "alert", hidden: true }),
    place: element("span", { className: "place" }), now: element("div", { className: "frame" }), next: element("div", { className: "frame" }),
    search: element("div", { className: "search", hidden: true }), field: element("input", { type: "text", maxLength: 100, autocomplete: "off" }),
    found: element("ul"), said: element("p", { role: "status" }),
    notes: element("div", { className: "notes", tabIndex: 0 }), tools: element("div", { className: "tools" }),
    timeName: element("span"), elapsedName: element("span"), nowName: element("h2"), nextName: element("h2"),
    style: element("style"),
  };
  let state = null;
  let heardAt = Date.now();

  page.head.append(element("style", { textContent: STYLE }), parts.style);
  page.body.replaceChildren(
    element("header", {}, element("span", {}, parts.timeName, " ", parts.time), element("span", {}, parts.elapsedName, " ", parts.elapsed), parts.warning, parts.place),
    element("section", { className: "view" }, parts.nowName, parts.now),
    element("section", { className: "view" }, parts.nextName, parts.next),
    parts.notes,
    parts.tools,
    parts.search,
  );
  parts.search.append(parts.field, parts.said, parts.found);

  function press(key, code = "", shiftKey = false) {
    channel.postMessage({ type: "key", key, code, shiftKey });
  }

  /** The room sees what was chosen only, not what was typed. */
  function search(first) {
    parts.search.hidden = false;
    Object.assign(parts.field, { value: first, ariaLabel: state.words.search_label, placeholder: state.words.search_label });
    parts.field.focus();
    find();
  }

  function find() {
    channel.postMessage({ type: "find", text: parts.field.value });
  }

  function choose(place) {
    const lines = [...parts.found.children];
    parts.chosen = Math.max(0, Math.min(lines.length - 1, place));
    lines.forEach((line, at) => line.firstChild.setAttribute("aria-current", String(at === parts.chosen)));
    lines[parts.chosen]?.scrollIntoView({ block: "nearest" });
  }

  function take(place) {
    if (place < parts.found.childElementCount) channel.postMessage({ type: "open", place });
    close();
  }

  function close() {
    clearTimeout(parts.typed);
    Object.assign(parts, { isOpening: false, listed: null });
    parts.search.hidden = true;
    parts.found.replaceChildren();
    parts.said.textContent = "";
  }

  function list({ options, text, of }) {
    if (of !== parts.field.value) return; // more was typed meanwhile
    parts.listed = of;
    const name = ({ number, title, organization, state: where, id }) =>
      (number ? [state.words.search_slide.replace("{number}", number), title] : [id, title, organization, where]).filter(Boolean).join(" · ");
    parts.found.replaceChildren(...options.map((option, place) =>
      element("li", {}, element("button", { type: "button", textContent: name(option), onclick: () => take(place) }))));
    parts.said.textContent = text;
    choose(0);
    if (parts.isOpening) take(0);
  }

  /** Enter may come before what was found. */
  function enter() {
    parts.isOpening = parts.listed !== parts.field.value;
    if (!parts.isOpening) take(parts.chosen);
  }

  parts.field.addEventListener("input", () => {
    clearTimeout(parts.typed);
    parts.isOpening = false;
    parts.found.replaceChildren();
    parts.typed = setTimeout(find, 200);
  });
  parts.search.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.isComposing || event.keyCode === 229) return;
    const keys = { Escape: close, ArrowDown: () => choose(parts.chosen + 1), ArrowUp: () => choose(parts.chosen - 1) };
    const does = event.target === parts.field && event.key === "Enter" ? enter : keys[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  });

  function view(frame, html, end) {
    if (frame.shown === html + end) return;
    frame.shown = html + end;
    if (!html) {
      frame.replaceChildren(element("p", { className: "end", textContent: end }));
      return;
    }
    const deck = element("div", { className: state.isDark ? "deck moving dark" : "deck moving", inert: true });
    const stage = element("div", { className: "stage" });
    stage.innerHTML = html; // made by the slides from text and shapes; the window runs no other script
    stage.querySelector(".slide")?.classList.add("current");
    deck.append(stage);
    frame.replaceChildren(deck);
    scale(frame);
  }

  function scale(frame) {
    const deck = frame.querySelector(".deck");
    if (!deck) return;
    const size = Math.min(frame.clientWidth / 1280, frame.clientHeight / 720);
    deck.style.transform = `scale(${size})`;
  }

  function show() {
    const { words } = state;
    page.title = words.presenter;
    Object.assign(parts.timeName, { textContent: words.clock });
    parts.elapsedName.textContent = words.elapsed;
    parts.nowName.textContent = state.isBlank ? words.blanked : words.now_shown;
    parts.nextName.textContent = words.comes_next;
    parts.place.textContent = `${state.place + 1} / ${state.total}`;
    view(parts.now, state.slides[0], "");
    view(parts.next, state.slides[1], words.last_slide);
    parts.notes.ariaLabel = words.notes;
    parts.notes.textContent = state.note || words.no_notes;
    parts.notes.classList.toggle("none", !state.note);
    if (!parts.tools.childElementCount) {
      const tools = [["previous", "ArrowLeft"], ["next", "ArrowRight"], ["blank", "b"], ["search", "/"]];
      parts.tools.append(...tools.map(([name, key]) => element("button", { type: "button", name, textContent: words[name], onclick: () => (name === "search" ? search("") : press(key)) })));
      parts.tools.append(element("button", { type: "button", textContent: words.restart, onclick: () => channel.postMessage({ type: "restart" }) }));
    }
    parts.tools.querySelector("[name=blank]").ariaPressed = String(state.isBlank);
    tick();
  }

  function tick() {
    if (!state) return;
    const time = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Seoul", hour: "2-digit", minute: "2-digit", second: "2-digit" });
    parts.time.textContent = time.format(Date.now());
    const seconds = Math.max(0, Math.floor((Date.now() - state.startedAt) / 1000));
    const two = (number) => String(number).padStart(2, "0");
    const hours = seconds >= 3600 ? `${Math.floor(seconds / 3600)}:` : "";
    parts.elapsed.textContent = `${hours}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    const isGone = Date.now() - heardAt > SILENCE;
    Object.assign(parts.warning, { hidden: !isGone, textContent: isGone ? state.words.disconnected : "" });
    channel.postMessage({ type: isGone ? "hello" : "ping" });
  }

  channel.onmessage = ({ data }) => {
    heardAt = Date.now();
    if (data.type === "look") {
      parts.style.textContent = data.css;
      page.documentElement.style.setProperty("--letters", data.letters);
    }
    if (data.type === "gone") heardAt = 0;
    if (data.type === "found") list(data);
    if (data.type === "state") {
      state = data;
      page.documentElement.lang = data.language;
      show.late ??= requestAnimationFrame(() => { show.late = null; show(); });
    }
  };
  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "F5") event.preventDefault(); // a clicker's key: this window would be emptied
    if (event.target.matches("button") && ["Enter", " "].includes(event.key)) return;
    if (event.target === parts.notes && ["ArrowUp", "ArrowDown"].includes(event.key)) return;
    if (["Tab", "Shift", "F5", "Escape", "f", "F", "p", "P"].includes(event.key)) return;
    event.preventDefault();
    const isSlash = event.key === "/" || event.code === "Slash";
    const isTyped = /^[\d\p{L}]$/u.test(event.key) && !["KeyB", "KeyF", "KeyP"].includes(event.code);
    if (state && (isSlash || isTyped)) search(isSlash ? "" : event.key);
    else press(event.key, event.code, event.shiftKey);
  });
  addEventListener("resize", () => [parts.now, parts.next].forEach(scale));
  setInterval(tick, 1_000);
  channel.postMessage({ type: "hello" });
})();
