// Every type of page in every language: accessible, quiet, narrow enough, reachable by keyboard, complete without script.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { foreign, launch, open, violations, visit } from "./lib/browser.js";
import { fullest, output, serve, sites } from "./lib/sites.js";

const SCHEMES = ["light", "dark"];
const WIDTHS = [320, 1280];
// The header of a page has fewer stops than this; a reader with a keyboard gives up long before.
const MOST_STOPS = 80;

const looked = new Set();

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

for (const site of sites()) {
  describe(site.name, () => {
    let server;
    // One tab for each way of looking, kept for all pages: opening them takes longer than most tests.
    const tabs = new Map();
    const look = async (way, address) => {
      const key = JSON.stringify(way);
      if (!tabs.has(key)) tabs.set(key, await open(browser, way));
      await visit(tabs.get(key), server.origin + address);
      return tabs.get(key);
    };
    before(async () => (server = await serve(site)));
    after(async () => {
      for (const tab of tabs.values()) await tab.close();
      assert.equal(await server?.stop(), 0, "the server ends cleanly");
    });

    test("has every type of page in every language", () => {
      const languages = new Set(site.pages.map((page) => page.language));
      assert.ok(site.pages.some((page) => page.type === "404"), "a page for what does not exist, in all languages at once");
      for (const type of ["start", "i", "f", "a", "areas", "methods", "data"]) {
        for (const language of languages) {
          const found = site.pages.some((page) => page.type === type && page.language === language);
          assert.ok(found, `no page of type ${type} in ${language || "no language"}`);
        }
      }
      assert.ok(languages.has("de"), "German pages");
    });

    for (const page of fullest(site.pages).filter((page) => isNew(site, page))) {
      for (const scheme of SCHEMES) {
        for (const width of WIDTHS) {
          test(`${page.path} in ${scheme} at ${width} px`, async () => {
            const tab = await look({ width, scheme }, page.address);
            const folder = join(output(), "screenshots", site.name);
            mkdirSync(folder, { recursive: true });
            const name = `${page.type}-${page.language}-${scheme}-${width}.png`;
            await tab.page.screenshot({ path: join(folder, name), fullPage: true });
            assert.deepEqual(await violations(tab.page), [], "axe-core finds nothing");
            assert.deepEqual(tab.watch.complaints, [], "the console is quiet");
            assert.deepEqual(foreign(tab, server), [], "no other host is asked");
            await assertFits(tab.page, width);
            assert.equal((await tab.page.context().cookies()).length, 0, "no cookie");
          });
        }
      }

      // A page within a frame has nothing before its content.
      for (const width of page.type === "embed" ? [] : WIDTHS) {
        test(`${page.path} by keyboard at ${width} px`, async () => {
          const tab = await look({ width, scheme: "light" }, page.address);
          await assertKeyboard(tab.page, page.type);
        });
      }

      test(`${page.path} without script`, async () => {
        const without = await look({ width: 1280, javaScriptEnabled: false }, page.address);
        const scripted = await look({ width: 1280, scheme: "light" }, page.address);
        const [plain, enhanced] = [await visible(without.page), await visible(scripted.page)];
        assert.ok(plain.heading.length > 0, "the first heading is visible");
        assert.deepEqual(plain.words, enhanced.words, "the same words can be read without script");
        assert.deepEqual(plain.links, enhanced.links, "the same links can be followed without script");
      });
    }

    test("says that there is nothing, with looks and links, wherever it is asked", async () => {
      const tab = await look({ width: 1280, scheme: "light" }, "/gibt/es/nicht");
      const others = tab.watch.complaints.filter((text) => !text.includes("status of 404"));
      assert.deepEqual(others, [], "what the page loads is found");
      const links = await tab.page.locator("main a[href]").evaluateAll((found) => found.map((link) => link.href));
      assert.ok(links.length > 0, "it leads back");
      for (const link of links) assert.equal((await fetch(link)).status, 200, link);
    });

    test("can be walked without script from the start to an indicator and back", async () => {
      const tab = await look({ width: 320, javaScriptEnabled: false }, "/");
      const hrefs = await tab.page.locator("main a[href]").evaluateAll((links) => links.map((link) => link.href));
      const place = hrefs.findIndex((href) => /\/i\/[^/#]+$/.test(new URL(href).pathname));
      assert.ok(place >= 0, "the start page links to an indicator");
      await tab.page.locator("main a[href]").nth(place).click();
      await tab.page.waitForURL(/\/i\//);
      await tab.page.goBack();
      assert.equal(new URL(tab.page.url()).pathname, "/");
    });
  });
}

/** Editions of one monitoring share their pages; of the later ones the start is looked at, and what the others lack. */
function isNew(site, page) {
  const key = `${site.monitoring} ${page.type} ${page.language}`;
  const isKnown = looked.has(key);
  looked.add(key);
  return !isKnown || page.type === "start";
}

/** Nothing is wider than the window, so nobody scrolls to and fro. */
async function assertFits(page, width) {
  const wide = await page.evaluate((width) => {
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .slice(0, 5)
      .map((element) => element.outerHTML.slice(0, 120));
  }, width);
  assert.deepEqual(wide, [], `nothing is wider than ${width} px`);
}

/** The first stop is the skip link, it shows itself and works; then navigation and content can be reached, visibly. */
async function assertKeyboard(page, type) {
  assert.equal(await page.locator("[tabindex]:not([tabindex='0']):not([tabindex='-1'])").count(), 0, "no forced order");
  await page.keyboard.press("Tab");
  const skip = await stop(page);
  assert.match(skip.href, /^#./, `the first stop is the skip link, not ${skip.what}`);
  assertSeen(skip);
  await page.keyboard.press("Enter");
  // The browser follows the link when it comes to it; on a busy machine that is later than the key.
  await page.waitForURL((url) => url.hash !== "", { timeout: 10_000 }).catch(() => {});
  assert.equal(new URL(page.url()).hash, skip.href, "the skip link leads to its target");
  assert.equal(await page.locator(`main${skip.href}, main ${skip.href}`).count(), 1, "the target is the main part");
  await page.keyboard.press("Tab");
  const afterSkip = await stop(page);
  assert.ok(afterSkip.region !== "nav-before-main", `after skipping, the next stop is past the header: ${afterSkip.what}`);

  await page.goto(page.url().split("#")[0]);
  await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));
  const needed = await page.evaluate(() => ({
    nav: document.querySelector("nav a[href]") !== null,
    main: document.querySelector("main a[href]") !== null,
  }));
  assert.ok(needed.nav || type === "404", "there is a navigation");
  const seen = new Set();
  for (let count = 0; count < MOST_STOPS; count += 1) {
    await page.keyboard.press("Tab");
    const here = await stop(page);
    if (here.what === "body") break;
    assertSeen(here);
    if (here.inNav) seen.add("nav");
    if (here.inMain) seen.add("main");
    if ((seen.has("nav") || !needed.nav) && (seen.has("main") || !needed.main)) break;
  }
  if (needed.nav) assert.ok(seen.has("nav"), "the navigation is reached by keyboard");
  if (needed.main) assert.ok(seen.has("main"), `links of the content are reached within ${MOST_STOPS} stops`);
}

/** Where the keyboard is. */
function stop(page) {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const main = document.querySelector("main");
    const before = main ? Boolean(main.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) : false;
    return {
      what: element === document.body ? "body" : element.outerHTML.slice(0, 120),
      href: element.getAttribute("href") ?? "",
      inNav: element.closest("nav") !== null,
      inMain: element.closest("main") !== null,
      region: before ? "nav-before-main" : "",
      large: box.width >= 1 && box.height >= 1,
      inWindow: box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
      opaque: Number(style.opacity) > 0.5 && style.visibility === "visible",
      marked: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== "none",
    };
  });
}

function assertSeen(here) {
  for (const property of ["large", "inWindow", "opaque", "marked"]) {
    assert.ok(here[property], `the stop is ${property}: ${here.what}`);
  }
}

/** What can be read and followed. Buttons that a script adds are not among it. */
function visible(page) {
  return page.evaluate(() => {
    const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const headings = [...document.querySelectorAll("h1")].filter(shown);
    const readable = [...document.querySelectorAll("main h1, main h2, main h3, main p, main td, main th, main dt, main dd, main li, main figcaption, main caption")];
    return {
      heading: headings.map((heading) => heading.textContent.trim()).join(""),
      // Scripts add a place for spoken words, empty until something is pointed at.
      words: readable.filter(shown).map((element) => element.textContent.replace(/\s+/g, " ").trim()).filter(Boolean),
      links: [...document.querySelectorAll("a[href]")].filter(shown).map((link) => link.getAttribute("href")),
    };
  });
}
