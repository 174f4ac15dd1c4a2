/**
 * Orders that give nothing away. What is to be arranged is shown in an order that is made of the texts themselves and the
 * question's id, never of the places where the texts stand: so neither it nor its rule can be traced back to the key.
 */

/** FNV-1a over UTF-16 units, then the finisher of MurmurHash3, so that texts that differ by a letter lie far apart. 32 bits. */
function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function sorted(seed: string, texts: readonly string[]): number[] {
  const weights = texts.map((text) => hashOf(`${seed} ${text}`));
  // Equal texts look alike to everybody, whichever comes first.
  return texts
    .map((_, index) => index)
    .sort((a, b) => (weights[a] ?? 0) - (weights[b] ?? 0) || a - b);
}

const stands = (order: readonly number[]) => order.every((index, place) => index === place);

/**
 * The order in which everybody sees `texts`: `order[shown] = stored`. The same for the same id and texts. From three texts on it
 * is never the stored order; of two, one of both orders would tell the other, so chance decides.
 */
export function shownOrder(id: string, texts: readonly string[]): number[] {
  const order = sorted(id, texts);
  // Once more with another seed, until it differs; texts that are all alike never do.
  for (let turn = 1; turn < 20 && texts.length > 2 && stands(order); turn += 1)
    order.splice(0, order.length, ...sorted(`${id} ${turn}`, texts));
  return order;
}

/** The places from 0 to `size` − 1 in an order of the seed's own: where an imagined class leans. */
export function shuffledBy(seed: string, size: number): number[] {
  return sorted(
    seed,
    Array.from({ length: size }, (_, place) => String(place)),
  );
}

/** Whether `list` holds each place from 0 to `size` − 1 once. */
export function isOrderOf(list: readonly number[], size: number): boolean {
  return list.length === size && new Set(list).size === size && list.every((one) => one < size);
}
