/** Texts to be copied, each in a field of its own with a button: an address, the code of a frame. */

const STAYS = 4_000; // ms that a sentence stays

const STYLE = `
  :host { display: block; }
  .text { margin: 0 0 16px; font-family: var(--st-font); color: var(--st-text-color); font-size: 15px; }
  .head { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; justify-content: space-between; margin-bottom: 4px; }
  button { font: inherit; font-size: 14px; color: inherit; background: transparent; cursor: pointer; min-height: 28px; padding: 2px 12px;
    border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius); }
  button:hover { background: var(--st-secondary-background-color); }
  textarea { display: block; width: 100%; box-sizing: border-box; resize: vertical; padding: 8px; font: 14px/1.5 var(--st-code-font);
    color: inherit; background: var(--st-secondary-background-color); word-break: break-all; field-sizing: content; max-height: 12rem;
    border: 1px solid var(--st-border-color); border-radius: var(--st-base-radius); }
  :is(button, textarea):focus-visible { outline: 2px solid var(--st-link-color); outline-offset: 1px; }
  [role=status] { font-size: 14px; }
`;

export function show({ parentElement, data }) {
  const form = JSON.stringify(data);
  if (parentElement.form === form) return; // a text that is being copied stays selected
  parentElement.form = form;
  parentElement.replaceChildren(
    element("style", { textContent: STYLE }),
    ...data.texts.map((text, place) => field(text, `text-${place}`, data.words)),
  );
}

function element(tag, attributes, children = []) {
  const made = Object.assign(document.createElement(tag), attributes);
  made.append(...children);
  return made;
}

function field({ name, text }, id, words) {
  const area = element("textarea", { id, value: text, readOnly: true, rows: Math.min(6, Math.ceil(text.length / 90)), onfocus: () => area.select() });
  const said = element("span", {});
  said.setAttribute("role", "status");
  const button = element("button", { type: "button", textContent: words.copy, ariaLabel: `${words.copy}: ${name}` });
  button.onclick = async () => {
    said.textContent = (await isCopied(area)) ? words.copied : words.by_hand;
    setTimeout(() => (said.textContent = ""), STAYS);
  };
  const head = element("div", { className: "head" }, [
    element("label", { htmlFor: id, textContent: name }),
    element("span", {}, [said, " ", button]),
  ]);
  return element("div", { className: "text" }, [head, area]);
}

/** Whether a text could be copied; if not, it is selected. There is no clipboard without HTTPS, except on this machine. */
async function isCopied(area) {
  try {
    await navigator.clipboard.writeText(area.value);
    return true;
  } catch {
    area.select();
    return document.execCommand("copy");
  }
}
