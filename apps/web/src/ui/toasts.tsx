import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { Button } from "./button.js";
import type { LastStep } from "./last-step.js";

const SHOWN_MS = 7000;

interface Toast {
  readonly id: number;
  readonly text: string;
  /** What it says was done; null: nothing that can be taken back. */
  readonly step: LastStep | null;
}

type ShowToast = (text: string, step?: LastStep | null) => void;

const ToastContext = createContext<ShowToast>(() => {});

/**
 * Says what has just happened, for a few seconds. With a step it offers to take that back, and goes as soon as anything
 * comes after it: what it would undo then is something else than it says.
 */
export const useToast = (): ShowToast => useContext(ToastContext);

let lastId = 0;

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const close = useCallback(
    (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)),
    [],
  );
  const show = useCallback<ShowToast>((text, step = null) => {
    const id = ++lastId;
    setToasts((shown) => [...shown.slice(-1), { id, text, step }]);
  }, []);
  return (
    <ToastContext value={useMemo(() => show, [show])}>
      {children}
      <ToastList toasts={toasts} onClose={close} />
    </ToastContext>
  );
}

function ToastList({ toasts, onClose }: { toasts: readonly Toast[]; onClose: (id: number) => void }) {
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-4 z-50 flex flex-col items-center gap-2 px-3"
    >
      {toasts.map((toast) => (
        <ToastRow key={toast.id} toast={toast} onClose={onClose} />
      ))}
    </div>
  );
}

interface ToastRowProps {
  readonly toast: Toast;
  readonly onClose: (id: number) => void;
}

/**
 * It stays while it has the focus or the pointer, and while somebody is on the way to it by Tab; what had the focus
 * before gets it back.
 */
function ToastRow({ toast: { id, text, step }, onClose }: ToastRowProps) {
  const [held, setHeld] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  const cameFrom = useRef<EventTarget | null>(null);
  const close = useCallback(() => {
    if (row.current?.contains(document.activeElement) && cameFrom.current instanceof HTMLElement) {
      cameFrom.current.focus();
    }
    onClose(id);
  }, [id, onClose]);
  const isOver = useIsOver(step);
  useEffect(() => {
    if (isOver) close();
  }, [isOver, close]);
  useEffect(() => {
    if (held) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stay = () => {
      clearTimeout(timer);
      timer = setTimeout(() => onClose(id), SHOWN_MS);
    };
    const onKeyDown = ({ key }: KeyboardEvent) => key === "Tab" && stay();
    stay();
    window.addEventListener("keydown", onKeyDown);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("keydown", onKeyDown);
    };
  }, [held, id, onClose]);
  const undo = () => {
    step?.undo();
    close();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here, it only stays
    <div
      ref={row}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={({ relatedTarget }) => {
        cameFrom.current = relatedTarget;
        setHeld(true);
      }}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex items-center gap-3 rounded-md border border-line bg-surface py-1.5 pr-2 pl-3.5 shadow-pop"
    >
      {text}
      {step && (
        <Button small onClick={undo}>
          Undo
        </Button>
      )}
    </div>
  );
}

const NEVER = () => () => {};

/** Has anything come after the step? */
function useIsOver(step: LastStep | null): boolean {
  return useSyncExternalStore(step?.subscribe ?? NEVER, () => step !== null && !step.isLast());
}
