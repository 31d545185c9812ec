import { useState } from 'react';
import type { Json } from '../../server/types.js';
import { isJson, stringOrNull } from './json-fields.js';
import styles from './picture.module.css';
import { safeImageUrl } from './text/safe-url.js';

interface PictureProps {
  image: Json;
  className: string | undefined;
}

/** A picture from the web; where it cannot be had, its alternative text in a frame. */
export function Picture({ image, className }: PictureProps) {
  const url = pictureUrl(image);
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  const alt = stringOrNull(image.alt_text) || 'Image';
  if (url === null || url === failedUrl) {
    return (
      <span className={`${className} ${styles.missing}`} role="img" aria-label={alt}>
        {alt}
      </span>
    );
  }
  return <img className={className} src={url} alt={alt} loading="lazy" onError={() => setFailedUrl(url)} />;
}

function pictureUrl(image: Json): string | null {
  const file = isJson(image.slack_file) ? image.slack_file.url : null;
  return safeImageUrl(image.image_url ?? image.thumbnail_url ?? file);
}
