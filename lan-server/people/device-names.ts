/** What a signed-in device is called in the list; null where it is none that we know. */
export type DeviceNames = { browser: string | null; system: string | null };

/** First match wins: most browsers also carry the names of those that they descend from. */
const browsers: [RegExp, string][] = [
  [/\bElectron\//, 'Chalkbox'],
  [/\b(Edg|EdgA|EdgiOS)\//, 'Edge'],
  [/\b(OPR|OPT)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/[\d.]+ .*Safari\//, 'Safari'],
];

const systems: [RegExp, string][] = [
  [/\biPad\b/, 'iPad'],
  [/\biPhone\b/, 'iPhone'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** Longer than any browser's; what comes after is not looked at. */
const mostCharacters = 500;

/** The names in a `User-Agent` that we know. Nothing of what the device says of itself is kept. */
export function deviceNames(userAgent: string | undefined): DeviceNames {
  const said = (userAgent ?? '').slice(0, mostCharacters);
  const first = (known: [RegExp, string][]) =>
    known.find(([pattern]) => pattern.test(said))?.[1] ?? null;
  return { browser: first(browsers), system: first(systems) };
}
