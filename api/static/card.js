// Tells the page around a card how high it is, so that nothing is cut off and nothing scrolls. Without it the card still shows.
"use strict";
(() => {
  if (window.parent === window) return;
  document.documentElement.classList.add("measured");
  // WordPress gives each frame from a site that it does not know a secret, and listens to its own kind of message.
  const secret = (/[#&?]secret=([a-zA-Z0-9]+)/.exec(location.hash) || [])[1];
  const figure = document.querySelector("figure");
  let told = 0;
  // A height is no secret, and the card cannot know who frames it.
  const say = (message) => window.parent.postMessage(message, "*");
  const tell = () => {
    const height = Math.ceil(figure.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    say({ type: "quotes-card", height });
    if (secret) say({ message: "height", value: height, secret });
  };
  new ResizeObserver(tell).observe(figure);
  tell();
  if (!secret) return;
  window.addEventListener("message", ({ data }) => {
    if (!data || data.message !== "ready") return;
    told = 0;
    tell();
  });
  for (const link of document.querySelectorAll("a[href]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault(); // such a frame may open nothing itself
      say({ message: "link", value: link.href, secret });
    });
  }
})();
