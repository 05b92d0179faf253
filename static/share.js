/** A button that copies the address of what is on screen; where the browser lets nobody copy, the address is shown. */

const STAYS = 4_000; // ms that a sentence stays

const STYLE = `
  :host { display: block; }
  .share { position: relative; font-family: var(--st-font); color: var(--st-text-color); font-size: 14px; }
  button { font: inherit; color: inherit; background: transparent; border: 1px solid var(--st-border-color); cursor: pointer;
    border-radius: var(--st-button-radius); min-height: 32px; padding: 0 12px; white-space: nowrap; }
  button:hover { background: var(--st-secondary-background-color); }
  :is(button, input):focus-visible { outline: 2px solid var(--st-link-color); outline-offset: 1px; }
  .said { position: fixed; inset: auto 0 16px; z-index: 1000; width: fit-content; max-width: calc(100vw - 32px); margin: 0 auto;
    padding: 8px 14px; box-sizing: border-box; border: 1px solid var(--st-border-color); border-radius: var(--st-base-radius);
    background: var(--st-background-color); box-shadow: 0 2px 8px rgb(0 0 0 / 0.25); word-break: keep-all; }
  .said:not(:has(:not(:empty))) { visibility: hidden; }
  .said input { font: inherit; color: inherit; background: transparent; border: 1px solid var(--st-border-color); padding: 4px 8px;
    display: block; width: min(36rem, 80vw); margin: 6px 0; box-sizing: border-box; }
`;

export function offer({ parentElement, data }) {
  const parts = parentElement.share ?? build(parentElement);
  parts.button.textContent = data.words.copy;
  parts.button.onclick = () => copy(parts, data);
}

function build(parent) {
  const element = (tag, attributes) => Object.assign(document.createElement(tag), attributes);
  const parts = { button: element("button", { type: "button" }), sentence: element("span"), rest: element("div") };
  parts.sentence.setAttribute("role", "status");
  const root = element("div", { className: "share" });
  const said = element("div", { className: "said" });
  said.append(parts.sentence, parts.rest);
  root.append(parts.button, said);
  parent.replaceChildren(element("style", { textContent: STYLE }), root);
  return (parent.share = parts);
}

async function copy(parts, { words, address }) {
  const link = where(address);
  if (await isWritten(link)) say(parts, words.copied);
  else show(parts, words, link);
}

/** What is on screen, under the address by which others reach this dashboard where one is known. */
function where(address) {
  const top = new URL(".", document.baseURI).href;
  return address && location.href.startsWith(top) ? `${address}/${location.href.slice(top.length)}` : location.href;
}

async function isWritten(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return isCopied(text); // no clipboard without HTTPS, except on this machine
  }
}

function isCopied(text) {
  const field = Object.assign(document.createElement("textarea"), { value: text, ariaHidden: "true" });
  field.style.cssText = "position:fixed;opacity:0";
  const before = document.activeElement;
  document.body.append(field);
  field.select();
  const isDone = document.execCommand("copy");
  field.remove();
  before?.focus?.({ preventScroll: true });
  return isDone;
}

function say(parts, sentence) {
  clearTimeout(parts.hiding);
  parts.rest.replaceChildren();
  parts.sentence.textContent = "";
  setTimeout(() => (parts.sentence.textContent = sentence), 50); // said again, too, when pressed again
  parts.hiding = setTimeout(() => (parts.sentence.textContent = ""), STAYS);
}

function show(parts, words, link) {
  clearTimeout(parts.hiding);
  const field = Object.assign(document.createElement("input"), { value: link, readOnly: true, ariaLabel: words.by_hand });
  const close = Object.assign(document.createElement("button"), { type: "button", textContent: words.close });
  const leave = () => {
    parts.rest.replaceChildren();
    parts.sentence.textContent = "";
    parts.button.focus();
  };
  close.onclick = leave;
  field.onkeydown = ({ key }) => key === "Escape" && leave();
  parts.sentence.textContent = words.by_hand;
  parts.rest.replaceChildren(field, close);
  field.select();
}
