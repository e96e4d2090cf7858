// Every single page: no complaint, no other host, no sideways scrolling at 320 px, every link leads somewhere,
// and nothing weighs more than a slow connection should carry.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { foreign, launch, open, visit } from "./lib/browser.js";
import { serve, sites } from "./lib/sites.js";

const MOST_BYTES = 60_000;

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

for (const site of sites()) {
  describe(`all pages of ${site.name}`, () => {
    let server;
    let tab;
    const visited = new Map();
    const sizes = new Map();

    before(async () => {
      server = await serve(site);
      tab = await open(browser, { width: 320 });
    });
    after(async () => {
      await tab?.close();
      await server?.stop();
    });

    for (const page of site.pages) {
      test(page.path, async () => {
        await visit(tab, server.origin + page.address);
        const seen = await tab.page.evaluate(look);
        visited.set(new URL(tab.page.url()).pathname, seen);
        assert.deepEqual(tab.watch.complaints, [], "the console is quiet");
        assert.deepEqual(foreign(tab, server), [], "no other host is asked");
        assert.ok(seen.width <= 320, `${seen.width} px wide at 320 px`);
        assert.equal(seen.headings, 1, "one first heading");
        assert.match(seen.language, /^(de|en)$/);
        const weight = await weigh(tab.watch.requests, sizes);
        assert.ok(weight < MOST_BYTES, `${weight} bytes compressed, at most ${MOST_BYTES}`);
      });
    }

    test("every link leads somewhere", async () => {
      assert.ok(visited.size > 0);
      const wrong = [];
      const asked = new Map();
      for (const [path, seen] of visited) {
        for (const target of seen.targets) {
          const url = new URL(target, server.origin + path);
          if (url.origin !== server.origin) {
            if (!/^(https?|mailto|tel):$/.test(url.protocol)) wrong.push(`${path}: ${target}`);
            continue;
          }
          if (!asked.has(url.pathname)) asked.set(url.pathname, (await fetch(server.origin + url.pathname)).status);
          const status = asked.get(url.pathname);
          if (status !== 200) wrong.push(`${path}: ${target} (${status})`);
          const anchor = decodeURIComponent(url.hash.slice(1));
          const page = visited.get(url.pathname) ?? visited.get(url.pathname.replace(/(index)?\.html$/, ""));
          if (anchor && page && !page.anchors.includes(anchor)) wrong.push(`${path}: ${target} (no such part)`);
        }
      }
      assert.deepEqual([...new Set(wrong)].slice(0, 40), []);
    });

    test("every file is reached by links", () => {
      // The sitemap is for search engines, which are told of it; the script of frames is for the pages around them.
      const alone = ["index.html", "404.html", "en/404.html", "de/404.html", "robots.txt", "sitemap.xml", "js/frame.js"];
      const reached = new Set(alone);
      for (const [path, seen] of visited) {
        for (const target of seen.targets) {
          const url = new URL(target, server.origin + path);
          if (url.origin !== server.origin) continue;
          const file = decodeURIComponent(url.pathname.slice(1));
          for (const ending of ["", ".html", file === "" || file.endsWith("/") ? "index.html" : "/index.html"]) reached.add(file + ending);
        }
      }
      assert.deepEqual(site.files.filter((file) => !reached.has(file)), []);
    });
  });
}

/** What a page holds; runs in the browser. */
function look() {
  const targets = ["href", "src"].flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name)),
  );
  return {
    targets: targets.filter((target) => target && !target.startsWith("data:")),
    anchors: [...document.querySelectorAll("[id]")].map((element) => element.id),
    width: document.documentElement.scrollWidth,
    headings: document.querySelectorAll("h1").length,
    language: document.documentElement.lang,
  };
}

/** The compressed bytes of everything a page loads, as the server sends them. */
async function weigh(urls, sizes) {
  let sum = 0;
  for (const url of new Set(urls.filter((url) => url.startsWith("http")))) {
    if (!sizes.has(url)) {
      const answer = await fetch(url, { method: "HEAD", headers: { "accept-encoding": "gzip" } });
      sizes.set(url, Number(answer.headers.get("content-length")));
    }
    sum += sizes.get(url);
  }
  return sum;
}
