/** Loaded first into each child process: its standard input is a pipe from the parent, and when that breaks, the child ends. */
process.stdin.resume();
process.stdin.once('close', () => process.kill(process.pid, 'SIGTERM'));
