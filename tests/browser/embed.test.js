// A chart within a page of another site: the HTML that the page of an indicator offers, put into a page elsewhere.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";

import { launch, open, visit } from "./lib/browser.js";
import { serve, sites } from "./lib/sites.js";

const framing = sites().filter((site) => site.files.some((file) => file.startsWith("embed/")));

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

test("at least one site offers charts to frame", () => assert.ok(framing.length > 0));

for (const site of framing) {
  describe(`frames of ${site.name}`, () => {
    let server;
    let elsewhere;
    const hosts = {};
    before(async () => {
      server = await serve(site);
      elsewhere = createServer((request, answer) => {
        answer.setHeader("content-type", "text/html; charset=utf-8");
        answer.end(hosts[request.url] ?? "");
      });
      await new Promise((ready) => elsewhere.listen(0, "127.0.0.1", ready));
    });
    after(async () => {
      elsewhere.closeAllConnections();
      elsewhere.close();
      await server?.stop();
    });

    const page = site.pages.find((page) => page.type === "i" && page.html.includes("&lt;iframe"));
    const address = (path) => `http://127.0.0.1:${elsewhere.address().port}${path}`;

    /** The offered HTML, as a reader copies it, with the address under which the site lies during the test. */
    const offered = async (tab) => {
      await visit(tab, server.origin + page.address);
      const snippet = await tab.page.locator("details.take pre").first().evaluate((element) => element.textContent);
      const published = /src="([^"]+)js\/frame\.js"/.exec(snippet)[1];
      return snippet.replaceAll(published, `${server.origin}/`);
    };

    test("the frame takes the height of its content, and sets no cookie", async () => {
      const tab = await open(browser, { width: 900 });
      hosts["/host"] = `<!DOCTYPE html><html lang="de"><title>Host</title><body>${await offered(tab)}`;
      await visit(tab, address("/host"));
      const frame = tab.page.frameLocator("iframe");
      await frame.locator("figure.chart svg").first().waitFor();
      const height = () =>
        tab.page.evaluate(() => document.querySelector("iframe").getBoundingClientRect().height);
      const content = () => frame.locator("html").evaluate((element) => element.offsetHeight);
      await tab.page.waitForFunction(() => document.querySelector("iframe").style.height !== "");
      const [given, needed] = [await height(), await content()];
      assert.ok(given >= needed && given <= needed + 20, `${given} px for ${needed} px`);
      // Opened, the table needs more room, and gets it.
      const before = await height();
      await frame.locator("summary").first().click();
      await tab.page.waitForFunction((least) => document.querySelector("iframe").getBoundingClientRect().height > least, before);
      assert.deepEqual(await tab.page.context().cookies(), []);
      assert.deepEqual(tab.watch.complaints, []);
      const link = await tab.page.locator("body > p a").evaluate((element) => element.href);
      assert.equal((await fetch(link)).status, 200, "the text link leads to the whole page");
      await tab.close();
    });

    test("without script the frame keeps its height and can be scrolled", async () => {
      const scripted = await open(browser, { width: 900 });
      hosts["/plain"] = `<!DOCTYPE html><html lang="de"><title>Host</title><body>${await offered(scripted)}`;
      await scripted.close();
      const tab = await open(browser, { width: 900, javaScriptEnabled: false });
      await visit(tab, address("/plain"));
      await tab.page.frameLocator("iframe").locator("figure.chart svg").first().waitFor();
      assert.equal(await tab.page.locator("iframe").getAttribute("height"), "520");
      assert.notEqual(await tab.page.locator("iframe").getAttribute("scrolling"), "no");
      await tab.close();
    });

    test("pages that are not to be framed are not", async () => {
      const tab = await open(browser, { width: 900 });
      hosts["/whole"] = `<!DOCTYPE html><html lang="de"><title>Host</title><body><iframe src="${server.origin}${page.address}"></iframe>`;
      await visit(tab, address("/whole"));
      assert.ok(tab.watch.complaints.some((text) => text.includes("frame-ancestors")), tab.watch.complaints.join("\n"));
      await tab.close();
    });
  });
}
