import { openApi, problems, refusalCodes, type Route, routes } from '@followthrough/contracts';

export const openApiDocument = (): string => JSON.stringify(openApi(routes, 'Followthrough', '1'));

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The API on one page for people, made from the same contracts as the document for programs. No script, no file from elsewhere. */
export function docsPage(): string {
  const groups = Object.entries<Readonly<Record<string, Route>>>(routes);
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Followthrough API</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/api/docs/docs.css"></head>
<body><main>
<h1>Followthrough API</h1>
<p>Every address below begins with <code>/api/v1/</code>. The same as a document for programs: <a href="/api/docs/openapi.json">OpenAPI 3.1</a>.</p>
<p>A session cookie says who is asking. Refusals are <code>application/problem+json</code> with one of the <a href="#refusals">codes</a> below and the refused fields. A write may carry an <code>Idempotency-Key</code>: the same key with the same body replays the first answer.</p>
<nav aria-label="Features"><ul>${groups.map(([feature]) => `<li><a href="#${feature}">${words(feature)}</a></li>`).join('')}<li><a href="#refusals">Refusals</a></li></ul></nav>
${groups.map(([feature, group]) => `<section><h2 id="${feature}">${words(feature)}</h2>${Object.entries(group).map(([name, one]) => entry(`${feature}.${name}`, one)).join('')}</section>`).join('\n')}
<section><h2 id="refusals">Refusals</h2><table><thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">What people read</th></tr></thead><tbody>
${Object.entries(problems).map(([code, { status, title }]) => `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${escaped(title)}</td></tr>`).join('\n')}
</tbody></table></section>
</main></body></html>`;
}

function entry(id: string, one: Route): string {
  const need = one.may === 'anyone' ? 'No sign-in needed' : one.may === 'signed_in' ? 'Needs a session' : one.may === 'guest' ? 'Needs to have joined with the code' : `Needs <code>${one.may}</code>`;
  return `<article id="${id}"><h3>${escaped(one.says)}</h3><p><code><b>${one.method}</b> ${escaped(one.path)}</code></p><p>${need}. Can refuse with ${refusalCodes(one).map((code) => `<a href="#${code}">${code}</a>`).join(', ')}.</p></article>`;
}

const words = (name: string): string => name.replace(/(^|[A-Z])/g, (letter, _, at: number) => (at === 0 ? letter : ` ${letter.toLowerCase()}`)).replace(/^./, (letter) => letter.toUpperCase());

export const DOCS_CSS = `
body { margin: 0; font: 1.125rem/1.5 Arial, sans-serif; color: #212b32; background: #f0f4f5; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: anywhere; }
article, table { background: #fff; border: 1px solid #d8dde0; padding: 0.5rem 1rem; margin: 0 0 0.75rem; }
h3, article p { margin: 0.25rem 0; } h3 { font-size: 1.125rem; } article p { font-size: 1rem; }
nav ul { columns: 3 12rem; padding: 0; list-style: none; } a { color: #005eb8; } a:focus { outline: 3px solid #ffeb3b; background: #ffeb3b; color: #212b32; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; padding: 0.4rem; border-bottom: 1px solid #d8dde0; vertical-align: top; }
tr:target, article:target { background: #fff9c4; }
`;
