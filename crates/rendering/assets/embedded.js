// Tells the page around a frame how high its content is, whenever that changes and whenever it is asked. Without this
// script the frame keeps its height and scrolls.
"use strict";

const tell = () => parent.postMessage({ mehrklang: "height", height: document.documentElement.offsetHeight }, "*");
if (parent !== window) {
  new ResizeObserver(tell).observe(document.documentElement);
  addEventListener("message", (event) => {
    if (event.source === parent && event.data?.mehrklang === "ask") tell();
  });
}
