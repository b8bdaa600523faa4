// Ctrl-C, SIGTERM and SIGHUP as something to poll, so that whoever waits for a child can end it and
// leave no half-written file. Safe from any thread.
#pragma once

namespace heddle::process {

// Takes the signals over for the rest of the process. A second signal ends the process at once. To
// be called once, before any thread is started.
void watch_interrupts();

// Whether such a signal has come.
bool is_interrupted();

// Becomes readable with the first signal and stays so. -1 when nobody watches.
int interrupt_descriptor();

}  // namespace heddle::process
