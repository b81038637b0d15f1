"use strict";
const precache = [
  {"revision": "b1946ac9", "url": "index.html"},
  {"revision": null, "url": "shop.31c0a9.css"},
  {"revision": null, "url": "offline.7d2b55.js"},
];
addEventListener("install", event => event.waitUntil(
  caches.open("shop").then(cache => cache.addAll(precache.map(entry => entry.url)))));
