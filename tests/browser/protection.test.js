// Where figures are withheld: seen as such, never as zero, explained once, and the way to who protects what.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { launch, open, violations, visit } from "./lib/browser.js";
import { mistakes } from "./lib/html.js";
import { output, protectedSites, serve } from "./lib/sites.js";

const isWithheld = (page) => page.html.includes('class="number sign withheld"');

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

for (const site of protectedSites()) {
  describe(`protection on ${site.name}`, () => {
    let server;
    before(async () => (server = await serve(site)));
    after(() => server?.stop());

    const pages = site.pages.filter(isWithheld);
    // Of each type and language the page on which most is withheld.
    const most = new Map();
    for (const page of pages) {
      const count = page.html.split('class="number sign withheld"').length;
      const key = `${page.type} ${page.language}`;
      if ((most.get(key)?.count ?? 0) < count) most.set(key, { ...page, count });
    }

    test("something is withheld, on pages of indicators in both languages", () => {
      assert.ok(most.has("i de") && most.has("i en"), [...most.keys()].join(", "));
    });

    test("each such page explains it once, and leads to how people are protected", () => {
      for (const page of pages) {
        const notes = page.html.split(/class="note[ "]/).filter((part) => part.split("</div>")[0].includes("methods.html#protection"));
        assert.equal(notes.length, 1, page.path);
      }
    });

    for (const page of most.values()) {
      for (const scheme of ["light", "dark"]) {
        for (const width of [320, 1280]) {
          test(`${page.path} in ${scheme} at ${width} px`, async () => {
            const tab = await open(browser, { width, scheme });
            await visit(tab, server.origin + page.address);
            await tab.page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
            const folder = join(output(), "screenshots", site.name);
            mkdirSync(folder, { recursive: true });
            await tab.page.screenshot({
              path: join(folder, `withheld-${page.type}-${page.language}-${scheme}-${width}.png`),
              fullPage: true,
            });
            assert.deepEqual(await violations(tab.page), [], "axe-core finds nothing");
            const seen = await tab.page.evaluate(look);
            assert.ok(seen.wide <= width, `${seen.wide} px wide at ${width} px, tables open`);
            assert.ok(seen.cells.length > 0);
            for (const cell of seen.cells) {
              assert.ok(cell.width >= 20 && cell.height >= 12 && cell.hatched, "a withheld cell can be seen");
              assert.ok(cell.said.length > 5 && cell.title === cell.said, "and says what it is");
              assert.equal(cell.value, null, "and is no value, not even for sorting");
            }
            for (const band of seen.bands) assert.ok(band.tall, "a withheld point is no point at the foot of the plot");
            await tab.close();
          });
        }
      }
      test(`${page.path} is valid HTML`, async () => assert.deepEqual(await mistakes(page), []));
    }

    test("every indicator leads to what protects its sources, and the way is there", async () => {
      const tab = await open(browser, { width: 1280 });
      for (const language of ["de", "en"]) {
        const methods = site.pages.find((page) => page.type === "methods" && page.language === language);
        const parts = [...methods.html.matchAll(/ id="(protection-[^"]+)"/g)].map((found) => found[1]);
        assert.ok(parts.length > 0);
        for (const page of site.pages.filter((page) => page.type === "i" && page.language === language)) {
          const links = [...page.html.matchAll(/href="[^"]*methods\.html#(protection-[^"]+)"/g)].map((found) => found[1]);
          assert.ok(links.length > 0, page.path);
          for (const link of links) assert.ok(parts.includes(link), `${page.path}: ${link}`);
        }
        await visit(tab, `${server.origin}${methods.address}#${parts[0]}`);
        const terms = await tab.page.locator(`#${parts[0]} dt`).allTextContents();
        assert.equal(terms.length, 3, `rule, delivery, questions: ${terms.join(", ")}`);
      }
      await tab.close();
    });

    test("noise and rounding are said below tables", () => {
      const said = site.pages.filter((page) => page.language === "de" && page.type === "i").map((page) => page.html);
      assert.ok(said.some((html) => html.includes("um kleine Zufallswerte verändert")), "noise");
      assert.ok(said.some((html) => html.includes("Fallzahlen sind gerundet")), "rounding");
    });

    test("an edition for a few says so on each page, one for everyone does not", () => {
      for (const page of site.pages.filter((page) => page.type !== "404" && page.language === "de")) {
        assert.equal(page.html.includes("für den Rat und nicht öffentlich"), site.restricted, page.path);
      }
    });
  });
}

/** The withheld cells and bands of a page; runs in the browser. */
function look() {
  const cells = [...document.querySelectorAll("td.withheld")].map((cell) => {
    const mark = cell.querySelector("[title]");
    const box = mark.getBoundingClientRect();
    return {
      width: box.width,
      height: box.height,
      hatched: getComputedStyle(mark).backgroundImage.includes("gradient"),
      said: cell.querySelector(".unseen").textContent.trim(),
      title: mark.title || cell.querySelector("[title]").getAttribute("title"),
      value: cell.dataset.value ?? null,
    };
  });
  const bands = [...document.querySelectorAll("g.withheld rect")].map((band) => {
    const plot = band.closest("svg").getBoundingClientRect();
    return { tall: band.getBoundingClientRect().height > plot.height / 2 };
  });
  return { cells, bands, wide: document.documentElement.scrollWidth };
}
