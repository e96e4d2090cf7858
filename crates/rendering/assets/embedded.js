// Tells the page around a frame how high its content is. Without this script the frame keeps its height and scrolls.
"use strict";

const tell = () => parent.postMessage({ mehrklang: "height", height: document.documentElement.offsetHeight }, "*");
if (parent !== window) new ResizeObserver(tell).observe(document.documentElement);
