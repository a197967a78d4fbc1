import { Component, type ReactNode } from "react";

interface LoadFailureProps {
  /** Shown when the part's files do not load. */
  readonly fallback: ReactNode;
  /** A part of the page that loads after the rest. */
  readonly children: ReactNode;
}

/** When a part of the page does not load, the rest of it stays. */
export class LoadFailure extends Component<LoadFailureProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
