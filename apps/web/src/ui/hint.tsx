import {
  type ComponentType,
  createContext,
  type FocusEvent,
  lazy,
  type PointerEvent,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useId,
  useState,
} from "react";
import { hints } from "../shell/late-views.js";

/** Without them every control is still named. */
const Hints = lazy<ComponentType<HintsProps>>(() => hints().catch(() => ({ default: () => null })));

export interface ShownHint {
  readonly id: string;
  readonly control: HTMLElement;
  readonly text: string;
  readonly shortcut: string | undefined;
}

export interface HintsProps {
  readonly shown: readonly ShownHint[];
}

type ShowHint = (hint: ShownHint) => () => void;

const HintContext = createContext<ShowHint>(() => () => {});

const NO_HINTS: readonly ShownHint[] = [];

/** What shows hints loads when the pointer or the focus first comes to a control that has one. */
export function HintProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState(NO_HINTS);
  const show = useCallback<ShowHint>((hint) => {
    const others = (all: readonly ShownHint[]) => all.filter(({ id }) => id !== hint.id);
    setShown((all) => [...others(all), hint]);
    return () => setShown(others);
  }, []);
  return (
    <HintContext value={show}>
      {children}
      {shown.length > 0 && (
        <Suspense>
          <Hints shown={shown} />
        </Suspense>
      )}
    </HintContext>
  );
}

interface HintedControl {
  readonly onPointerEnter: (event: PointerEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
}

/** For a control: its hint says what it does when the mouse or the focus is on it. */
export function useHint(text: string, shortcut?: string): HintedControl {
  const id = useId();
  const show = useContext(HintContext);
  const [control, setControl] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (control) return show({ id, control, text, shortcut });
  }, [show, id, control, text, shortcut]);
  return {
    onPointerEnter({ pointerType, currentTarget }) {
      if (pointerType !== "touch") setControl(currentTarget);
    },
    onFocus({ currentTarget }) {
      if (currentTarget.matches(":focus-visible")) setControl(currentTarget);
    },
  };
}
