/** One chart within a page of another site: drawn as on the dashboard, and followed to it in a window of its own. */

import { address, show } from "./chart.js";

const parentElement = document.getElementById("chart");
const data = new TextEncoder().encode(document.getElementById("drawing").textContent);
const open = (filters) => window.open(address(filters), "_blank", "noopener");
const draw = () => show({ parentElement, data, open });

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
draw();
