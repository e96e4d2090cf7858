// Gives the frames of this site on a page of another site the height of their content. It reads nothing of that page
// but which of its frames speaks, and listens to the site that it was loaded from alone.
"use strict";

(() => {
  const home = new URL(document.currentScript.src).origin;
  const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(`${home}/`));
  addEventListener("message", (event) => {
    const { mehrklang, height } = event.data ?? {};
    if (event.origin !== home || mehrklang !== "height" || !Number.isFinite(height)) return;
    const frame = frames().find((frame) => frame.contentWindow === event.source);
    if (frame) frame.style.height = `${Math.ceil(height) + 4}px`;
  });
  // A frame that was there before this script has spoken already. One that still loads speaks by itself.
  for (const frame of frames()) frame.contentWindow.postMessage({ mehrklang: "ask" }, "*");
})();
