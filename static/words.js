// Which language the page is read in. Its address says so: English with ?lang=en, Korean without.
// Streamlit's own words (dashboard/ui/streamlit_words.toml) and its calendars, dates and numbers follow.
{
  const korean = () => new URLSearchParams(location.search).get("lang") !== "en";
  const locales = () => (korean() ? ["ko-KR", "en-US"] : ["en-US", "ko-KR"]);
  const mark = () => { document.documentElement.lang = korean() ? "ko" : "en"; };

  Object.defineProperty(globalThis, "koreanPage", { get: korean });
  Object.defineProperty(navigator, "language", { get: () => locales()[0] });
  Object.defineProperty(navigator, "languages", { get: locales });

  mark();
  globalThis.navigation?.addEventListener("currententrychange", mark);
}
