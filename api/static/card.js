// Tells the page around a card how high it is, so that nothing is cut off and nothing scrolls. Without it the card still shows.
"use strict";
(() => {
  if (window.parent === window) return;
  document.documentElement.classList.add("measured");
  let told = 0;
  const tell = () => {
    const height = Math.ceil(document.querySelector("figure").getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    // A height is no secret, and the card cannot know who frames it.
    window.parent.postMessage({ type: "quotes-card", height }, "*");
  };
  new ResizeObserver(tell).observe(document.querySelector("figure"));
  tell();
})();
