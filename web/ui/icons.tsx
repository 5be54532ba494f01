import type { ReactNode } from 'react';

function Icon({ size = 18, children }: { size?: number; children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ flex: 'none' }}
    >
      {children}
    </svg>
  );
}

interface IconProps {
  size?: number;
}

/** Pictures beside words, never instead of them. */
export const TodayIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <circle cx="12" cy="12" r="4" />
    <path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4" />
  </Icon>
);
export const PartnersIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <circle cx="9" cy="12" r="6" />
    <circle cx="15" cy="12" r="6" />
  </Icon>
);
export const ConversationsIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="M4 5h11a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H9l-5 4V5Z" />
    <path d="M20 9v11l-4-3" />
  </Icon>
);
export const MeetingsIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <rect x="4" y="5" width="16" height="15" rx="2" />
    <path d="M4 10h16M8.5 3v4M15.5 3v4M9 14.5l2 2 4-4" />
  </Icon>
);
export const NeedsIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="M7 4v13m0 0-3.5-3.5M7 17l3.5-3.5" />
    <path d="M17 20V7m0 0 3.5 3.5M17 7l-3.5 3.5" />
  </Icon>
);
export const MirrorIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <ellipse cx="12" cy="9.5" rx="6" ry="7" />
    <path d="M12 16.5V21M8.5 21h7M9.5 10.5l4-4" />
  </Icon>
);
export const OrganizationIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="M4 20V9l8-5 8 5v11M2.5 20h19M10 20v-5h4v5M8 11.5h.01M12 9.5h.01M16 11.5h.01" />
  </Icon>
);
export const SearchIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <circle cx="10.5" cy="10.5" r="6.5" />
    <path d="m15.5 15.5 5 5" />
  </Icon>
);
export const LockIcon = ({ size = 15 }: IconProps) => (
  <Icon size={size}>
    <rect x="5" y="11" width="14" height="9" rx="2" />
    <path d="M8 11V8a4 4 0 0 1 8 0v3" />
  </Icon>
);
export const RoomIcon = ({ size = 15 }: IconProps) => (
  <Icon size={size}>
    <circle cx="8" cy="9" r="3" />
    <circle cx="16" cy="9" r="3" />
    <path d="M2.5 19c.6-3 2.8-4.5 5.5-4.5S12.5 16 13 19M15 14.6c3.3-.6 5.9 1 6.5 4.4" />
  </Icon>
);
export const ChevronIcon = ({ size = 16 }: IconProps) => (
  <Icon size={size}>
    <path d="m7 10 5 5 5-5" />
  </Icon>
);
export const CheckIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="m5 12.5 4.5 4.5L19 7.5" />
  </Icon>
);
export const CrossIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="m6 6 12 12M18 6 6 18" />
  </Icon>
);
export const PlusIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="M12 5v14M5 12h14" />
  </Icon>
);
export const MoreIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="M5 12h.01M12 12h.01M19 12h.01" />
  </Icon>
);
export const FileIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="M6 3h8l4 4v14H6V3Z" />
    <path d="M14 3v4h4" />
  </Icon>
);
export const PenIcon = ({ size = 15 }: IconProps) => (
  <Icon size={size}>
    <path d="m4 20 1-4L16 5l3 3L8 19l-4 1Z" />
  </Icon>
);
