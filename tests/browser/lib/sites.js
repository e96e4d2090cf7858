// The sites under test, and the program that serves them.

import { spawn } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, delimiter, dirname, join, relative, resolve, sep } from "node:path";

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run these tests with "cargo xtask test" (see README.md here)`);
  return value;
}

/** The built program. */
export const program = () => resolve(required("MEHRKLANG_PROGRAM"));

/** Where screenshots go. */
export const output = () => resolve(required("MEHRKLANG_OUTPUT"));

/** The sites: folders `<monitoring>/open/published/<edition>/site`, read once. */
export const sites = () => read("MEHRKLANG_SITES");

/** Sites on which figures are withheld, one of them for the council: `<monitoring>/restricted/council/published/…`. */
export const protectedSites = () => read("MEHRKLANG_PROTECTED");

function read(variable) {
  const folders = required(variable).split(delimiter).filter(Boolean).map((folder) => resolve(folder));
  return folders.map((folder) => {
    if (!existsSync(join(folder, "index.html"))) throw new Error(`${folder} holds no site`);
    const open = resolve(folder, "../../..");
    const restricted = basename(dirname(open)) === "restricted";
    const monitoring = restricted ? dirname(dirname(open)) : dirname(open);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
      .sort();
    const pages = files.filter((path) => path.endsWith(".html")).map((path) => page(folder, path));
    const name = restricted ? `${basename(monitoring)}-${basename(open)}` : basename(monitoring);
    return { name, restricted, edition: basename(dirname(folder)), folder, monitoring, files, pages };
  });
}

/** A page: its file, address, language, type and size. */
function page(folder, path) {
  const html = readFileSync(join(folder, path), "utf8");
  const language = /<html[^>]*\slang="?([a-z-]+)/.exec(html)?.[1] ?? "";
  const place = path.replace(/\.html$/, "").replace(/^(de|en)\//, "");
  const [first, ...rest] = place.split("/");
  const type = place === "index" ? "start" : rest.length > 0 ? first : place;
  const address = "/" + path.replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, "");
  return { path, address: address.split("/").map(encodeURIComponent).join("/"), language, type, html };
}

/** Of each type and language the page with the most on it: what fits there fits on the others. */
export function fullest(pages) {
  const found = new Map();
  for (const page of pages) {
    const key = `${page.type} ${page.language}`;
    if ((found.get(key)?.html.length ?? -1) < page.html.length) found.set(key, page);
  }
  return [...found.keys()].sort().map((key) => found.get(key));
}

/** Starts the program over a site; answers with its address and how to end it. */
export function serve(site) {
  const child = spawn(
    program(),
    ["--dir", site.monitoring, "serve", "--site", "--edition", site.edition, "--address", "127.0.0.1:0"],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  return new Promise((answer, fail) => {
    const late = setTimeout(() => fail(new Error(`the program does not serve ${site.folder}:\n${said}`)), 30_000);
    const hear = (chunk) => {
      said += chunk;
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (!origin) return;
      clearTimeout(late);
      answer({ origin, stop: () => stop(child) });
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("error", fail);
    child.on("exit", (code) => fail(new Error(`the program ended with ${code} instead of serving:\n${said}`)));
  });
}

/** Ends the program as Ctrl-C does; answers with its exit code. */
function stop(child) {
  return new Promise((answer) => {
    child.removeAllListeners("exit");
    child.on("exit", (code, signal) => answer(code ?? signal));
    child.kill("SIGINT");
  });
}
