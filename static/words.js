// An address names its language from the start: frame.py would add it as one more step for Back.
{
  const address = new URL(location.href);
  if (!address.searchParams.has("lang")) {
    address.searchParams.set("lang", "ko");
    history.replaceState(history.state, "", address);
  }
}

// One turn to another page is one step for Back. Streamlit makes two of it, the page and what frame.py writes into its
// address, in either order.
{
  const push = history.pushState.bind(history);
  const choice = (address) => [...address.searchParams].map(String).sort().join("&");
  let turningTo = null;

  document.addEventListener("click", ({ target }) => {
    turningTo = target.closest?.("a[data-testid=stTopNavDropdownLink], a[data-testid=stSidebarNavLink]")?.pathname ?? turningTo;
  }, { capture: true });

  history.pushState = (state, unused, wanted) => {
    const from = new URL(location.href);
    const to = new URL(wanted ?? from, from);
    to.pathname = turningTo ?? to.pathname;
    turningTo = null;
    const isOneStep = to.pathname === from.pathname && (from.search === "" || choice(from) === choice(to));
    (isOneStep ? history.replaceState.bind(history) : push)(state, unused, to);
  };
}

// Which language the page is read in. Its address says so: English with ?lang=en, Korean without.
// Streamlit's own words (dashboard/web/streamlit_words.toml) and its calendars, dates and numbers follow.
{
  const asked = () => new URLSearchParams(location.search).get("lang") === "en";
  const english = asked();
  const locales = english ? ["en-US", "ko-KR"] : ["ko-KR", "en-US"];
  let { pathname, search } = location;

  globalThis.koreanPage = !english;
  document.documentElement.lang = english ? "en" : "ko";
  Object.defineProperty(navigator, "language", { get: () => locales[0] });
  Object.defineProperty(navigator, "languages", { get: () => locales });

  // Streamlit draws its own words once, so another language needs the page anew. An address that only lacks the
  // language is not one: going to another page, or back to it, empties the address until frame.py has filled it.
  globalThis.navigation?.addEventListener("currententrychange", ({ navigationType }) => {
    const chosen = asked() || (navigationType !== "traverse" && location.pathname === pathname);
    const changed = chosen && location.search !== search && asked() !== english;
    ({ pathname, search } = location);
    if (changed) location.reload();
  });
}

// Where the server is. Streamlit would otherwise look for it below every page's own address first, and be told 404.
window.__streamlit = { BACKEND_BASE_URL: new URL("../../", document.currentScript.src).href };
