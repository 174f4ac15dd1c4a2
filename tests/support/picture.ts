import sharp from 'sharp';

/** A picture for where a fixture names one that no folder has: a cell, twice as wide as high. PNG, `size` px wide. */
export function someCell(size = 640): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size / 2}" viewBox="0 0 800 400">
    <rect width="800" height="400" fill="#dfe8d2"/>
    <ellipse cx="400" cy="200" rx="340" ry="165" fill="#9dbb74" stroke="#55702f" stroke-width="10"/>
    <circle cx="200" cy="200" r="62" fill="#6f8f45" stroke="#3d5320" stroke-width="6"/>
    <ellipse cx="560" cy="205" rx="110" ry="80" fill="#c9d9ae" stroke="#55702f" stroke-width="5"/>
  </svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}
