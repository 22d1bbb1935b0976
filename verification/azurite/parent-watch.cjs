// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
// Ends this process when the one that started it is gone. Its standard input is a pipe whose other end only the starter
// holds, so the operating system closes it even after a kill -9; no process id is looked up that might be another's by now.
process.stdin.once('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.resume();
// A server that was told to stop ends when nothing is left to do; this is not to keep it.
process.stdin.unref();
