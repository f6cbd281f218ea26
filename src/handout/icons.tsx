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

/** The round "no" sign of the road. */
const No = ({ children }: { readonly children: ReactNode }) => (
  <Icon>
    <circle cx="12" cy="12" r="10.5" strokeWidth="2" />
    {children}
    <path d="M4.6 4.6 19.4 19.4" strokeWidth="2" />
  </Icon>
);

export const CarCrossed = () => (
  <No>
    <path d="M5 15.5v-3.2l2.2-3.8h8l3.8 3.8v3.2z" strokeWidth="1.4" />
    <circle cx="8.5" cy="15.8" r="1.3" fill="currentColor" />
    <circle cx="15.5" cy="15.8" r="1.3" fill="currentColor" />
  </No>
);

export const BottleCrossed = () => (
  <No>
    <path d="M10.6 4.8h2.8v4l1.9 2.2v7.6H8.7V11l1.9-2.2z" strokeWidth="1.4" />
    <path d="M8.7 13.5h6.6" strokeWidth="1.4" />
  </No>
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
