// Gives the frames of this site on a page of another site the height of their content. It reads nothing of that page
// but which of its frames speaks, and listens to the site that it was loaded from alone.
"use strict";

const home = new URL(document.currentScript.src).origin;
addEventListener("message", (event) => {
  if (event.origin !== home || event.data?.mehrklang !== "height" || !Number.isFinite(event.data.height)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === event.source) frame.style.height = `${Math.ceil(event.data.height) + 2}px`;
  }
});
