// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0

/** Reads server-sent events from a stream of bytes; `EventSource` cannot, since it sends no key. */
export async function* messages(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      const blocks = (rest + value).split(/\r?\n\r?\n/);
      rest = blocks.pop();
      for (const block of blocks) {
        const message = parsed(block);
        if (message) {
          yield message;
        }
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

function parsed(block) {
  let event = 'message';
  const data = [];
  for (const line of block.split(/\r?\n/)) {
    const [, field, value] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
    if (field === 'event') {
      event = value ?? '';
    } else if (field === 'data') {
      data.push(value ?? '');
    }
  }
  try {
    return data.length ? { event, data: JSON.parse(data.join('\n')) } : null;
  } catch {
    return null;
  }
}
