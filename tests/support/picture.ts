import sharp from 'sharp';

/** A picture for where a fixture names one that no folder has: a leaf-green field with a darker disc. PNG, `size` px wide. */
export function someLeaf(size = 640): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${Math.round((size * 3) / 4)}" viewBox="0 0 640 480">
    <rect width="640" height="480" fill="#dfe8d2"/>
    <ellipse cx="320" cy="240" rx="230" ry="150" fill="#9dbb74" stroke="#55702f" stroke-width="10"/>
    <circle cx="250" cy="230" r="62" fill="#6f8f45" stroke="#3d5320" stroke-width="6"/>
    <circle cx="420" cy="270" r="26" fill="#c9d9ae" stroke="#55702f" stroke-width="5"/>
  </svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}
