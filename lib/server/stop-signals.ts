let stopping = false;

/** True once the process was asked to end: what fails from then on fails because of that. */
export const isStopping = (): boolean => stopping;

/**
 * Runs `stop` once when the process is asked to end (Ctrl-C, a supervisor's TERM, a closed terminal) and then ends it.
 * A second Ctrl-C while stopping changes nothing: half a shutdown helps nobody.
 */
export function onStopSignal(stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}
