import { notifyManager, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { Link, Route, Switch } from "wouter";
import { DocumentProvider } from "./document/document-context.js";
import type { Engine } from "./engine/engine.js";
import { EngineProvider } from "./engine/engine-context.js";
import WorkbenchPage from "./shell/workbench.js";
import { HintProvider } from "./ui/hint.js";
import { ProgressLine } from "./ui/progress-line.js";
import { ToastProvider } from "./ui/toasts.js";

const InspectPage = lazy(() => import("./inspect/inspect-page.js"));
const PlaygroundPage = lazy(() => import("./playground/playground-page.js"));
const LinkedPage = lazy(() => import("./share/linked-page.js"));
const SharedPage = lazy(() => import("./share/shared-page.js"));

// Its own way, a timer, draws every answer of the engine a few milliseconds later.
notifyManager.setScheduler(queueMicrotask);

const queryClient = new QueryClient({
  defaultOptions: { queries: { refetchOnWindowFocus: false, refetchOnReconnect: false } },
});

/** The pages of the app, and what all of them use. */
export function App({ engine }: { readonly engine: Engine }) {
  return (
    <QueryClientProvider client={queryClient}>
      <EngineProvider value={engine}>
        <HintProvider>
          <ToastProvider>
            <ProgressLine />
            <Suspense fallback={null}>
              <Switch>
                <Route path="/s" component={LinkedPage} />
                <Route path="/s/:id">{({ id }) => <SharedPage id={id} />}</Route>
                <Route>
                  <OwnPages />
                </Route>
              </Switch>
            </Suspense>
          </ToastProvider>
        </HintProvider>
      </EngineProvider>
    </QueryClientProvider>
  );
}

/** The pages of whoever designs: the document and its undo stack live on from one to the other. */
function OwnPages() {
  return (
    <DocumentProvider>
      <Suspense fallback={null}>
        <Switch>
          <Route path="/" component={WorkbenchPage} />
          <Route path="/inspect" component={InspectPage} />
          <Route path="/playground" component={PlaygroundPage} />
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </DocumentProvider>
  );
}

function NotFound() {
  return (
    <main className="grid h-full place-items-center p-6 text-center">
      <div>
        <h1 className="text-xl font-semibold">There is nothing here</h1>
        <p className="mt-2 text-ink-2">
          <Link href="/" className="text-focus underline">
            Open Lookinglass
          </Link>
        </p>
      </div>
    </main>
  );
}
