import type { ReactNode } from 'react';

export interface IconProps {
  /** Width and height in pixels, 18 by default. */
  size?: number;
}

/** Icons are decoration: the control around one has the name. Drawn on 20 by 20 in the colour of the text. */
function icon(drawing: ReactNode) {
  return function Icon({ size = 18 }: IconProps) {
    return (
      <svg
        aria-hidden="true"
        width={size}
        height={size}
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.6}
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {drawing}
      </svg>
    );
  };
}

const dot = { fill: 'currentColor', stroke: 'none', r: 1.4 };

export const HashIcon = icon(<path d="M8 3 6 17M14 3l-2 14M3.5 7.5h14M2.5 12.5h14" />);
export const LockIcon = icon(
  <>
    <rect x="4" y="9" width="12" height="8" rx="1.5" />
    <path d="M7 9V6.5a3 3 0 0 1 6 0V9" />
  </>,
);
export const PlusIcon = icon(<path d="M10 4v12M4 10h12" />);
export const CloseIcon = icon(<path d="m5 5 10 10M15 5 5 15" />);
export const BackIcon = icon(<path d="m12 4-6 6 6 6" />);
export const ChevronDownIcon = icon(<path d="m5 7.5 5 5 5-5" />);
export const ChevronRightIcon = icon(<path d="m7.5 5 5 5-5 5" />);
export const MoreIcon = icon(
  <>
    <circle cx="10" cy="4.5" {...dot} />
    <circle cx="10" cy="10" {...dot} />
    <circle cx="10" cy="15.5" {...dot} />
  </>,
);
export const MoreHorizontalIcon = icon(
  <>
    <circle cx="4.5" cy="10" {...dot} />
    <circle cx="10" cy="10" {...dot} />
    <circle cx="15.5" cy="10" {...dot} />
  </>,
);
export const ThreadIcon = icon(
  <>
    <path d="M4 3.5h12A1.5 1.5 0 0 1 17.5 5v8a1.5 1.5 0 0 1-1.5 1.5H9L5 17.5v-3H4A1.5 1.5 0 0 1 2.5 13V5A1.5 1.5 0 0 1 4 3.5Z" />
    <path d="M6.5 7.5h7M6.5 10.5h5" />
  </>,
);
export const ReactionIcon = icon(
  <>
    <circle cx="9.5" cy="10.5" r="7" />
    <path d="M6.5 12.5c.7 1.2 1.8 1.8 3 1.8s2.3-.6 3-1.8" />
    <circle cx="7.2" cy="9" {...dot} r={1} />
    <circle cx="11.8" cy="9" {...dot} r={1} />
  </>,
);
export const LinkIcon = icon(
  <path d="m8.5 11.5 3-3M9 6l1.5-1.5a3.2 3.2 0 0 1 5 5L14 11M11 14l-1.5 1.5a3.2 3.2 0 0 1-5-5L6 9" />,
);
export const EditIcon = icon(<path d="M12.5 4.5 15.5 7.5 7 16l-3.5.5L4 13l8.5-8.5Z" />);
export const TrashIcon = icon(<path d="M3.5 5.5h13M8 5.5V3.5h4v2M5 5.5l.8 11h8.4l.8-11M8.5 9v4.5M11.5 9v4.5" />);
export const BracesIcon = icon(
  <path d="M7.5 3.5H7a2 2 0 0 0-2 2V8a2 2 0 0 1-2 2 2 2 0 0 1 2 2v2.5a2 2 0 0 0 2 2h.5M12.5 3.5h.5a2 2 0 0 1 2 2V8a2 2 0 0 0 2 2 2 2 0 0 0-2 2v2.5a2 2 0 0 1-2 2h-.5" />,
);
export const SendIcon = icon(
  <path d="M3 3.5 17.5 10 3 16.5l2-6.5-2-6.5Zm2 6.5h6" fill="currentColor" fillOpacity={0.15} />,
);
export const BoltIcon = icon(<path d="M11 2.5 4 11.5h5.5l-.5 6 7-9h-5.5l.5-6Z" />);
export const SearchIcon = icon(
  <>
    <circle cx="8.5" cy="8.5" r="5.5" />
    <path d="m12.8 12.8 4 4" />
  </>,
);
export const PeopleIcon = icon(
  <>
    <circle cx="7.5" cy="7" r="3" />
    <path d="M2 16.5c0-3 2.5-4.5 5.5-4.5s5.5 1.5 5.5 4.5M13 4.3a3 3 0 0 1 0 5.4M15 12.5c2 .6 3 2 3 4" />
  </>,
);
export const MoonIcon = icon(<path d="M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5Z" />);
export const ResetIcon = icon(<path d="M4 10a6 6 0 1 0 2-4.5M4 3.5v3.5h3.5" />);
export const PulseIcon = icon(<path d="M2 10.5h3.5l2.5-6 4 11 2.5-5H18" />);
export const PlayIcon = icon(<path d="M6 4v12l10-6L6 4Z" fill="currentColor" fillOpacity={0.15} />);
export const HelpIcon = icon(
  <>
    <circle cx="10" cy="10" r="7.5" />
    <path d="M7.8 8a2.3 2.3 0 1 1 3.5 2c-.9.5-1.3.9-1.3 1.7" />
    <circle cx="10" cy="14.2" {...dot} r={0.9} />
  </>,
);
export const EyeIcon = icon(
  <>
    <path d="M2 10s3-5.5 8-5.5 8 5.5 8 5.5-3 5.5-8 5.5S2 10 2 10Z" />
    <circle cx="10" cy="10" r="2.3" />
  </>,
);
export const ArrowDownIcon = icon(<path d="M10 4v12M5 11l5 5 5-5" />);
export const CheckIcon = icon(<path d="m4 10.5 4 4 8-9" />);
export const WarningIcon = icon(
  <>
    <path d="M10 3 2.5 16.5h15L10 3ZM10 8.5v4" />
    <circle cx="10" cy="14.5" {...dot} r={0.9} />
  </>,
);
export const NewWindowIcon = icon(<path d="M11.5 3.5h5v5M16.5 3.5 9 11M14 11.5v5H3.5V6h5" />);
export const ThumbUpIcon = icon(
  <path d="M6.5 9 10 2.5c1.3 0 2 .9 2 2V8h4a1.5 1.5 0 0 1 1.5 1.7l-.9 5.5A1.5 1.5 0 0 1 15.1 16.5H6.5ZM6.5 9h-4v7.5h4Z" />,
);
export const ThumbDownIcon = icon(
  <path d="M6.5 11 10 17.5c1.3 0 2-.9 2-2V12h4a1.5 1.5 0 0 0 1.5-1.7l-.9-5.5A1.5 1.5 0 0 0 15.1 3.5H6.5ZM6.5 11h-4V3.5h4Z" />,
);
export const BoldIcon = icon(<path d="M6 4h5a3 3 0 0 1 0 6H6V4Zm0 6h5.8a3 3 0 0 1 0 6H6v-6Z" strokeWidth={2} />);
export const ItalicIcon = icon(<path d="M8.5 4h6M5.5 16h6M12 4 8 16" />);
export const StrikeIcon = icon(
  <path d="M14 6c-.5-1.5-2-2.2-4-2.2-2.5 0-4 1.2-4 3 0 1.2.7 2 2 2.5M3 10.5h14M6 14c.5 1.5 2 2.3 4 2.3 2.5 0 4-1.2 4-3 0-.9-.3-1.5-.8-2" />,
);
export const CodeIcon = icon(<path d="m7 6-4 4 4 4M13 6l4 4-4 4" />);
export const CodeBlockIcon = icon(
  <>
    <rect x="2.5" y="3.5" width="15" height="13" rx="1.5" />
    <path d="m8 8-2.5 2.2L8 12.5M12 8l2.5 2.2-2.5 2.3" />
  </>,
);
