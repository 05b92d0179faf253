// Light or dark: as the system says, unless this browser was told otherwise. All that asks the browser, Streamlit and the
// slides, is answered with what was chosen, at once and in every window of this browser.
{
  const PLACE = "appearance";
  const CHOICES = ["system", "light", "dark"];
  const ask = window.matchMedia.bind(window);
  const system = ask("(prefers-color-scheme: dark)");
  const lists = {};
  let unstored = null; // what was chosen where nothing can be kept

  const chosen = () => {
    try {
      const kept = unstored ?? localStorage.getItem(PLACE);
      return CHOICES.includes(kept) ? kept : "system";
    } catch {
      return "system";
    }
  };
  const isDark = () => (chosen() === "system" ? system.matches : chosen() === "dark");

  class Scheme extends EventTarget {
    constructor(name) {
      super();
      Object.assign(this, { name, media: `(prefers-color-scheme: ${name})`, onchange: null });
      this.known = this.matches;
    }
    get matches() {
      return isDark() === (this.name === "dark");
    }
    addListener(listener) {
      this.addEventListener("change", listener);
    }
    removeListener(listener) {
      this.removeEventListener("change", listener);
    }
    tell() {
      if (this.known === this.matches) return;
      this.known = this.matches;
      const event = new MediaQueryListEvent("change", { matches: this.matches, media: this.media });
      this.onchange?.(event);
      this.dispatchEvent(event);
    }
  }

  window.matchMedia = (query) => {
    const name = /^\s*\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)\s*$/.exec(query)?.[1];
    return name ? (lists[name] ??= new Scheme(name)) : ask(query);
  };

  const apply = () => {
    document.documentElement.style.colorScheme = isDark() ? "dark" : "light";
    for (const list of Object.values(lists)) list.tell();
    dispatchEvent(new Event("appearance"));
  };
  globalThis.appearance = {
    choices: CHOICES,
    chosen,
    choose(value) {
      try {
        if (value === "system") localStorage.removeItem(PLACE);
        else localStorage.setItem(PLACE, value);
      } catch {
        unstored = value;
      }
      apply();
    },
  };
  system.addEventListener("change", apply);
  addEventListener("storage", ({ key }) => [PLACE, null].includes(key) && apply());
  apply();
}
