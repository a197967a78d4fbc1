import { DEFAULT_CONTAINERD_VERSION } from "@lookinglass/designer";
import { useCallback } from "react";
import { DEFAULT_IMAGE } from "../pull-path/pull-view.js";
import { useUrlParams } from "../shell/use-url-params.js";

interface InspectView {
  readonly image: string;
  readonly containerd: string;
}

const DEFAULTS: InspectView = { image: DEFAULT_IMAGE, containerd: DEFAULT_CONTAINERD_VERSION };

/** The image and the containerd release, in the URL; the files are in no link. */
export function useInspectView(): readonly [InspectView, (change: Partial<InspectView>) => void] {
  const [params, setParams] = useUrlParams();
  const change = useCallback(
    (wanted: Partial<InspectView>) =>
      setParams(
        (current) => {
          const written = new URLSearchParams(current);
          for (const [name, value] of Object.entries(wanted)) written.set(name, value);
          return written;
        },
        { replace: true },
      ),
    [setParams],
  );
  const view = {
    image: params.get("image") ?? DEFAULTS.image,
    containerd: params.get("containerd") ?? DEFAULTS.containerd,
  };
  return [view, change];
}
