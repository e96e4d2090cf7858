// Debian's Chromium without a window, with a fresh profile, and a watch over what a page asks for and complains about.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the browser. Playwright gives each launch a new profile folder and removes it at the end. */
export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGUMENTS });
}

/** Opens a page and notes what it complains about, which other hosts it asks, and all it loads. */
export async function open(browser, { width, scheme = "light", javaScriptEnabled = true }) {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: scheme,
    javaScriptEnabled,
    locale: "de-DE",
    // Smooth scrolling is an animation; tests look at where it ends.
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const watch = { complaints: [], requests: [] };
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) watch.complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => watch.complaints.push(`exception: ${error.message}`));
  page.on("requestfailed", (request) => watch.complaints.push(`failed: ${request.url()}`));
  page.on("response", (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== "document") {
      watch.complaints.push(`${response.status()}: ${response.url()}`);
    }
  });
  page.on("request", (request) => watch.requests.push(request.url()));
  return { page, watch, close: () => context.close() };
}

/** Visits an address anew; what was noted before is forgotten. */
export async function visit({ page, watch }, address) {
  await page.goto("about:blank");
  watch.complaints.length = 0;
  watch.requests.length = 0;
  await page.goto(address, { waitUntil: "load" });
}

/** What a page asked of others than its own server. */
export const foreign = ({ watch }, server) =>
  watch.requests.filter((url) => !url.startsWith(`${server.origin}/`) && !url.startsWith("data:"));

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

/** The violations of WCAG 2.1 A and AA that axe finds, each with its places. */
export async function violations(page) {
  await page.evaluate(axeSource);
  const found = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags }), TAGS);
  return found.violations.map((violation) => {
    const places = violation.nodes.map((node) => `    ${node.target.join(" ")}\n      ${node.failureSummary}`);
    return `${violation.id}: ${violation.help}\n${places.slice(0, 5).join("\n")}`;
  });
}
