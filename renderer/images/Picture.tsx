import { useState } from 'react';
import type { Image } from '../../lan-server/contract/images.ts';
import { mediaPath } from '../../lan-server/contract/paths.ts';
import { useText } from '../i18n/text.tsx';

type PictureProps = {
  image: Image;
  /** The one made for phones, where there is one. */
  small?: boolean;
  className?: string | undefined;
};

/** The address of a stored picture. */
export function pictureUrl(image: Image, small = false): string {
  return `${mediaPath}/${(small && image.small) || image.media}`;
}

/** What a picture shows, in words; empty where it only decorates. */
export function pictureWords({ alt }: Image, unsaid: string): string {
  return alt === null ? '' : alt.trim() || unsaid;
}

/**
 * A picture of a question. Its place has its size already: nothing moves when it comes, and where it does not come, its words
 * stand there.
 */
export function Picture({ image, small = false, className }: PictureProps) {
  const { t } = useText();
  const [missing, setMissing] = useState<string | null>(null);
  const url = pictureUrl(image, small);
  const words = pictureWords(image, t('questions.phone.picture'));
  if (missing === url) {
    return (
      <span className={className} role={words ? 'img' : undefined} aria-label={words || undefined}>
        {words}
      </span>
    );
  }
  return (
    <img
      className={className}
      src={url}
      alt={words}
      width={image.width}
      height={image.height}
      draggable={false}
      onError={() => setMissing(url)}
    />
  );
}
