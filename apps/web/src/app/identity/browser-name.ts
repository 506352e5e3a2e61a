const browsers: readonly (readonly [RegExp, string])[] = [[/Edg\//, 'Edge'], [/OPR\//, 'Opera'], [/SamsungBrowser\//, 'Samsung Internet'], [/Firefox\/|FxiOS\//, 'Firefox'], [/Chrome\/|CriOS\//, 'Chrome'], [/Safari\//, 'Safari']];
const machines: readonly (readonly [RegExp, string])[] = [[/iPhone/, 'an iPhone'], [/iPad/, 'an iPad'], [/Android/, 'Android'], [/Windows/, 'Windows'], [/Mac OS X/, 'a Mac'], [/CrOS/, 'a Chromebook'], [/Linux/, 'Linux']];

/** What a browser calls itself, in words that its owner knows: `Firefox on Windows`. What is not known is said to be so. */
export function browserName(agent: string | null): string {
  const named = (of: readonly (readonly [RegExp, string])[]): string | undefined => of.find(([pattern]) => pattern.test(agent ?? ''))?.[1];
  const [browser, machine] = [named(browsers), named(machines)];
  if (browser && machine) return `${browser} on ${machine}`;
  return browser ?? (machine ? `A browser on ${machine}` : 'A program or browser that we do not know');
}
