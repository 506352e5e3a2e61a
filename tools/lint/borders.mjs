// The borders of the house (ARCHITECTURE.md), as one rule for ESLint. Folder names say what a file is; each refusal says why.
import { posix } from 'node:path';

/** Folders of the web app that are no feature: every feature stands on them. */
const WEB_SHARED = new Set(['shell', 'api', 'session']);
const IS_TEST = /\.(spec|story|calls)\.ts$|\/testing\/|\/every-route\/|^apps\/web-e2e\//;

/**
 * Why `file` may not import `target`, or undefined when it may.
 * @param {string} file the importing file, from the workspace's root, with slashes
 * @param {string} target what it imports, as written
 */
export function refusal(file, target) {
  const isTest = IS_TEST.test(file);
  const at = target.startsWith('.') ? posix.normalize(posix.join(posix.dirname(file), target)) : undefined;
  if (at && project(at) !== project(file)) {
    // The stories play on the server's own stage.
    if (isTest && (at.startsWith('apps/api/src/testing') || at === 'apps/api/src/env')) return undefined;
    return 'Another project is imported by its name, @followthrough/…, and never by a path: its front door says what it offers.';
  }
  // The frame is loaded before any screen and asks only who may: through the front door it would bring the whole domain along.
  if (target === '@followthrough/domain/access' && /^apps\/web\/src\/app\/(shell|session)\//.test(file)) return undefined;
  if (/^@followthrough\/\w+\//.test(target)) return 'Only the front door of a lib is open: import from its name alone.';
  if (target === '@followthrough/testing' && !isTest) return 'Builders and callers are for tests; what ships never needs them.';
  if (isTest) return at ? featureRefusal(file, at) : undefined;
  return libRefusal(file, target) ?? (at ? featureRefusal(file, at) : undefined);
}

function libRefusal(file, target) {
  if (file.startsWith('libs/contracts/') && !target.startsWith('.') && target !== 'class-validator') return 'Contracts go to browser and server alike: they stand on class-validator and nothing else.';
  if (file.startsWith('libs/domain/') && !target.startsWith('.') && target !== '@followthrough/contracts') return 'Rules are pure: the domain knows the contracts, and neither framework nor clock nor database.';
  if (file.startsWith('libs/ui/') && (target === '@angular/common/http' || target === '@followthrough/domain')) return 'Components of ui are given what they show: no HTTP, no rules of a feature.';
  if (file.startsWith('apps/web/') && /^(@nestjs|typeorm|pg$|node:|fastify)/.test(target)) return 'The browser has no server in it.';
  if (file.startsWith('apps/api/') && (target.startsWith('@angular/') || target === '@followthrough/ui')) return 'The server has no browser in it.';
  return undefined;
}

function featureRefusal(file, at) {
  const from = place(file);
  const to = place(at);
  if (!from || !to || from.feature === to.feature) return undefined;
  if (from.app === 'web') {
    if (from.feature === '' || WEB_SHARED.has(to.feature) || to.feature === '') return undefined;
    if (WEB_SHARED.has(from.feature)) return /\.routes$|\/public$/.test(at) ? undefined : 'The frame knows a feature by its routes and its public.ts alone.';
    return to.name === 'public' ? undefined : `A screen of ${from.feature} may use ${to.feature} only through its public.ts: then either can be deleted.`;
  }
  // The list of all rows and the demo know every table; that is what they are for.
  if (from.feature === 'database' || from.feature === 'commands') return undefined;
  if (/\.(row|sql)$/.test(to.name)) return `Another feature's tables are its own: ask the use cases of ${to.feature}.`;
  if (from.feature === 'kernel' && !['database', 'testing', ''].includes(to.feature)) return 'The kernel stands below every feature and knows none.';
  return undefined;
}

/** `apps/api`, `libs/ui` …: the first two folders. */
const project = (path) => path.split('/').slice(0, 2).join('/');

function place(path) {
  const found = /^apps\/(api\/src|web\/src\/app)\/(?:(.*?)\/)?(?:.*\/)?([^/]+?)(?:\.ts)?$/.exec(path);
  return found ? { app: found[1].slice(0, 3), feature: found[2] ?? '', name: found[3] } : undefined;
}

/** @type {import('eslint').Rule.RuleModule} */
export const borders = {
  meta: { type: 'problem', docs: { description: 'who may import whom' }, schema: [] },
  create(context) {
    const file = posix.relative(context.cwd.replaceAll('\\', '/'), context.filename.replaceAll('\\', '/'));
    const look = (source) => {
      if (typeof source?.value !== 'string') return;
      const why = refusal(file, source.value);
      if (why) context.report({ node: source, message: why });
    };
    return {
      ImportDeclaration: (node) => look(node.source),
      ImportExpression: (node) => look(node.source),
      ExportNamedDeclaration: (node) => look(node.source),
      ExportAllDeclaration: (node) => look(node.source),
    };
  },
};
