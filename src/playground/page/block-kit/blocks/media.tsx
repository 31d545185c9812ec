import { isJson, stringOrNull, textOf } from '../json-fields.js';
import { Picture } from '../picture.js';
import { AnyText } from '../text/any-text.js';
import { SafeLink } from '../text/safe-link.js';
import type { BlockProps } from './block-props.js';
import frames from './frames.module.css';
import styles from './media.module.css';

/** Things that live in another service: the frame that Slack puts around them, without the service. */
export function Video({ block }: BlockProps) {
  const title = textOf(block.title) || 'Video';
  const by = [stringOrNull(block.author_name), stringOrNull(block.provider_name)].filter(Boolean).join(' · ');
  return (
    <div className={frames.card}>
      <div className={frames.title}>
        <SafeLink url={block.title_url ?? block.video_url}>{title}</SafeLink>
      </div>
      {by !== '' && <div className={frames.muted}>{by}</div>}
      <AnyText value={block.description} />
      <Picture image={block} className={styles.thumbnail} />
      <div className={frames.muted}>Slack plays the video here.</div>
    </div>
  );
}

export function File({ block }: BlockProps) {
  return (
    <div className={frames.card}>
      <div className={frames.title}>{stringOrNull(block.external_id) || 'File'}</div>
      <div
        className={frames.muted}
      >{`A ${stringOrNull(block.source) ?? 'remote'} file; Slack shows its preview here.`}</div>
    </div>
  );
}

export function Call({ block }: BlockProps) {
  const call = isJson(block.call) && isJson(block.call.v1) ? block.call.v1 : {};
  return (
    <div className={frames.card}>
      <div className={frames.title}>{stringOrNull(call.name) || 'Call'}</div>
      <SafeLink url={call.join_url}>Join</SafeLink>
      <div className={frames.muted}>{`Call ${stringOrNull(block.call_id) ?? ''}; Slack shows who is in it here.`}</div>
    </div>
  );
}
