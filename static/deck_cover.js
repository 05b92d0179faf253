// A link to a slide, and the reload of a clicker's F5: a plain cover stands at once instead of the page that prepares
// the slides, and the keys pressed meanwhile are kept for them (deck.js).
if (/\/present\/?$/.test(location.pathname) && new URLSearchParams(location.search).has("slide")) {
  const cover = document.createElement("div");
  cover.id = "deck-cover";
  cover.style.cssText = "position:fixed;inset:0;z-index:2147483000;background:Canvas;cursor:none";
  document.documentElement.append(cover);

  const keys = [];
  const keep = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^F\d+$/.test(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    keys.push({ key: event.key, code: event.code, shiftKey: event.shiftKey });
  };
  addEventListener("keydown", keep, { capture: true });

  const lift = () => {
    clearInterval(watching);
    removeEventListener("keydown", keep, { capture: true });
    cover.remove();
    return keys.splice(0);
  };
  // A page that is ready and shows no slides has something else to say.
  let readyFor = 0;
  const watching = setInterval(() => {
    const isReady = document.querySelector("[data-testid=stApp][data-test-script-state=notRunning]");
    readyFor = isReady ? readyFor + 1 : 0;
    if (readyFor > 6) lift();
  }, 500);
  globalThis.deckCover = { lift };
}
