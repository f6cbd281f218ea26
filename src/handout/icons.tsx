import type { ReactNode } from 'react';

/** Line drawings beside words that say the same: they help a weak reader find the box, and hold no meaning alone. */
function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export const Warning = () => (
  <Icon>
    <path d="M12 3 22 21H2Z" />
    <path d="M12 10v5M12 17.5v1" />
  </Icon>
);

export const Phone = () => (
  <Icon>
    <path d="M6.5 3 4 5.5C4 14 10 20 18.5 20L21 17.5 16.5 13.5 14 15.5C11.5 14.5 9.5 12.5 8.5 10L10.5 7.5Z" />
  </Icon>
);

export const CarCrossed = () => (
  <Icon>
    <path d="M3 16v-4l2.5-5h13l2.5 5v4z" />
    <path d="M3 12h18" />
    <circle cx="7" cy="17" r="2" />
    <circle cx="17" cy="17" r="2" />
    <path d="M3 3 21 21" strokeWidth="2.5" />
  </Icon>
);

export const BottleCrossed = () => (
  <Icon>
    <path d="M10 2h4v6l2.5 3v11h-9V11L10 8z" />
    <path d="M7.5 14h9" />
    <path d="M3 3 21 21" strokeWidth="2.5" />
  </Icon>
);

export const Sun = () => (
  <Icon>
    <circle cx="12" cy="12" r="4" />
    <path d="M12 2v4M12 18v4M2 12h4M18 12h4M5 5l2.8 2.8M16.2 16.2 19 19M19 5l-2.8 2.8M7.8 16.2 5 19" />
  </Icon>
);

export const Moon = () => (
  <Icon>
    <path d="M16 3a9 9 0 1 0 5 13A8 8 0 0 1 16 3Z" />
  </Icon>
);
