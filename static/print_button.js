/** A button that calls the browser's printing; what stands on paper is the matter of page.css. */

export function offer({ parentElement, data }) {
  const button = parentElement.querySelector("button") ?? document.createElement("button");
  Object.assign(button, { type: "button", textContent: data.name, onclick: () => window.print() });
  if (!button.isConnected) parentElement.append(button);
}
