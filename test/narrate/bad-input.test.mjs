/** What goes wrong, and that it is said, with an exit code and without half a file. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { CLI, eventsOf, temporaryFolder, vorleser } from './command.mjs';

const { folder, remove } = temporaryFolder();
after(remove);

const TEXT = 'Der erste Satz. Der zweite Satz.\n';
const inFolder = (/** @type {string} */ name) => path.join(folder, name);
const cache = inFolder('cache');

function write(/** @type {string} */ name, /** @type {string} */ content) {
  writeFileSync(inFolder(name), content);
  return inFolder(name);
}

/** Narrates into a folder of its own, which must be empty afterwards. */
async function fails(
  /** @type {string[]} */ args,
  /** @type {RegExp} */ message,
  code = 1,
  /** @type {Parameters<typeof vorleser>[1]} */ options = {},
) {
  const out = inFolder('out');
  const all = ['narrate', ...args, '--out', out, '--cache', cache];
  const run = await vorleser(all, options);
  assert.equal(run.code, code, run.messages);
  assert.match(run.messages, message);
  assert.doesNotMatch(run.messages, /\bat .*\.js:\d+/, 'there is a stack');
  assert.deepEqual(existsSync(out) ? readdirSync(out) : [], []);
}

describe('an article that cannot be read', () => {
  test('is empty', () => fails([write('empty.md', '')], /empty\.md: it is empty/));

  test('has only front matter', () =>
    fails([write('bare.md', '---\nlang: de\n---\n')], /there is no text to read in it/));

  test('has no text under the selector', () =>
    fails(
      [write('a.html', '<main>Text.</main><aside id="x"></aside>'), '--root', '#x'],
      /there is no text to read in it/,
    ));

  test('has nothing that matches the selector', () =>
    fails([write('b.html', '<p>Text.</p>'), '--root', '#story'], /nothing in it matches --root/));

  test('is in a language that the voice does not speak', () =>
    fails([write('en.md', '---\nlang: en\n---\nA sentence.\n')], /in the language en/));

  test('is not there', () => fails([inFolder('none.md')], /none\.md: there is no such file/));

  test('does not keep others from being read', async () => {
    const good = write('good.md', TEXT);
    const out = inFolder('several');
    const args = ['narrate', inFolder('none.md'), good, '--out', out, '--cache', cache, '--json'];
    const run = await vorleser(args);
    assert.equal(run.code, 1);
    const events = eventsOf(run).filter(({ event }) => event !== 'progress');
    assert.deepEqual(
      events.map(({ event }) => event),
      ['failed', 'recorded'],
    );
    assert.deepEqual(readdirSync(out).sort(), ['good.jsonld', 'good.mp3', 'good.opus', 'good.vtt']);
  });
});

describe('a wrong command', () => {
  const file = () => write('c.md', TEXT);
  test('without a file', () => fails([], /which file\?/, 2));
  test('with an unknown option', () => fails([file(), '--loud'], /--loud/, 2));
  test('with an unknown engine', () => fails([file(), '--engine', 'x'], /--engine is one of/, 2));
  test('with a pattern that matches nothing', () =>
    fails([inFolder('*.xyz')], /no file matches/, 2));
  test('with two articles of one name', () =>
    fails([file(), write('c.html', '<p>Text.</p>')], /would both be called c/, 2));
  test('is explained, with all options, which the documentation names or explains as well', async () => {
    const { code, output } = await vorleser(['narrate', '--help']);
    assert.equal(code, 0);
    const source = readFileSync('src/narrate/options.ts', 'utf8');
    const table = /const OPTIONS = \{(.*?)\n\} as const/s.exec(source)?.[1] ?? '';
    const names = Array.from(table.matchAll(/^ {2}'?([\w-]+)'?:/gm), ([, name]) => `--${name}`);
    assert.ok(names.length > 15, names.join());
    const docs = readFileSync('docs/narrate.md', 'utf8');
    for (const name of names.filter((each) => each !== '--help')) {
      assert.ok(output.includes(`  ${name} `) || output.includes(`  ${name}\n`), name);
      assert.ok(docs.includes(name), `docs/narrate.md lacks ${name}`);
    }
  });
  test('of another name', async () => {
    const { code, messages } = await vorleser(['sing']);
    assert.deepEqual([code, /vorleser sing: there is only narrate/.test(messages)], [2, true]);
  });
});

describe('what is missing', () => {
  test('the package with the DOM and the encoders', async () => {
    const alone = inFolder('alone');
    mkdirSync(alone);
    cpSync('lib', path.join(alone, 'lib'), { recursive: true });
    cpSync('packages/espeak-ng', path.join(alone, 'node_modules/vorleser-espeak-ng'), {
      recursive: true,
    });
    writeFileSync(path.join(alone, 'package.json'), '{ "type": "module" }');
    const cli = path.join(alone, 'lib/narrate/cli.js');
    await fails([write('d.md', TEXT)], /npm install vorleser-narrate/, 2, { cli });
  });

  test('ffmpeg, where it is asked for', () =>
    fails([write('e.md', TEXT), '--encoder', 'ffmpeg'], /there is no ffmpeg/, 2, {
      env: { PATH: '' },
    }));

  test('the key of Azure', () =>
    fails([write('f.md', TEXT), '--engine', 'azure'], /AZURE_SPEECH_KEY is not set/, 2, {
      env: { AZURE_SPEECH_KEY: '' },
    }));
});

/** Whether this user may mount a small disk. */
const mayMount = spawnSync('unshare', ['-rm', 'true']).status === 0;

for (const encoder of ['ffmpeg', 'package'])
  test(`a disk that is full, with ${encoder}`, { skip: !mayMount }, () => {
    const disk = inFolder(`disk-${encoder}`);
    mkdirSync(disk);
    const long = write('long.md', `${TEXT.repeat(40)}\n`);
    const script = `mount -t tmpfs -o size=64k none "$1" && "$2" "$3" narrate "$4" --out "$1/out" --cache "$5" --encoder ${encoder}; echo "code $?"; ls -A "$1/out"`;
    const args = [
      '-rm',
      'sh',
      '-c',
      `${script} 2>&1`,
      'sh',
      disk,
      process.execPath,
      CLI,
      long,
      cache,
    ];
    const { stdout, stderr } = spawnSync('unshare', args, { encoding: 'utf8' });
    assert.match(stdout + stderr, /no space is left on the disk/);
    assert.match(stdout, /code 1\n$/);
  });

describe('a page of the web', () => {
  /** @type {import('node:http').Server} */
  let server;
  let address = '';
  /** @type {(string | undefined)[]} */
  const requested = [];
  before(async () => {
    server = createServer(({ url }, response) => {
      requested.push(url);
      if (url === '/cut') {
        response.writeHead(200, { 'Content-Length': 10_000 });
        response.write('<p>Ein halber', () => response.destroy());
      } else if (url === '/away')
        response.writeHead(302, { Location: 'http://127.0.0.2:9/' }).end();
      else if (url === '/gone') response.writeHead(404).end();
      else if (url === '/hostile')
        response.end(
          `<link rel="stylesheet" href="/a.css"><script src="/a.js"></script><main><p id="p">Ein Satz.</p><script>p.textContent = 'Ein anderer.'</script><img src="/a.png" onerror="p.remove()"><iframe src="/a.html"></iframe></main>`,
        );
      else response.end('<title>T</title><main><h1>Titel</h1><p>Ein Satz.</p></main>');
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    address = `127.0.0.1:${port}`;
  });
  after(() => server.close());

  const from = (/** @type {string} */ url) => [`http://${address}/${url}`, '--allow', address];

  test('is read from an allowed host', async () => {
    const out = inFolder('web');
    const run = await vorleser(['narrate', ...from('story.html'), '--out', out, '--cache', cache]);
    assert.equal(run.code, 0, run.messages);
    assert.ok(existsSync(path.join(out, 'story.vtt')));
  });
  test('is not read from another', () =>
    fails([`http://${address}/story.html`], /is not an allowed host: add --allow/));
  test('is not read from where an allowed one redirects to', () =>
    fails(from('away'), /127\.0\.0\.2:9 is not an allowed host/));
  test('a page runs and loads nothing', async () => {
    requested.length = 0;
    const out = inFolder('hostile');
    const run = await vorleser(['narrate', ...from('hostile'), '--out', out, '--cache', cache]);
    assert.equal(run.code, 0, run.messages);
    assert.deepEqual(requested, ['/hostile']);
    const vtt = readFileSync(path.join(out, 'hostile.vtt'), 'utf8');
    assert.ok(vtt.includes('Ein Satz.') && !vtt.includes('Ein anderer.'));
  });
  test('is not there', () => fails(from('gone'), /answered 404/));
  test('breaks off in the middle', () => fails(from('cut'), /cannot be reached/));
});

test('standard input is read', async () => {
  const out = inFolder('stdin');
  const args = ['narrate', '-', '--name', 'heute', '--out', out, '--cache', cache];
  const run = await vorleser(args, { input: TEXT });
  assert.equal(run.code, 0, run.messages);
  assert.ok(existsSync(path.join(out, 'heute.opus')));
});

test('a run that is killed leaves no half file, and the next one removes what it was making', async () => {
  const out = inFolder('killed');
  const file = write('killed.md', `${TEXT.repeat(100)}\n`);
  const args = ['narrate', file, '--out', out, '--cache', cache, '--encoder', 'package'];
  const killed = await vorleser(args, {
    onStart(child) {
      const timer = setInterval(() => {
        if (!existsSync(out) || readdirSync(out).length === 0) return;
        clearInterval(timer);
        child.kill('SIGKILL');
      }, 5);
    },
  });
  assert.equal(killed.code, null);
  assert.ok(
    readdirSync(out).every((name) => name.startsWith('.')),
    readdirSync(out).join(),
  );
  const { code } = await vorleser(args);
  assert.equal(code, 0);
  assert.deepEqual(readdirSync(out).sort(), [
    'killed.jsonld',
    'killed.mp3',
    'killed.opus',
    'killed.vtt',
  ]);
});

test('an interrupted run says so and leaves nothing', async () => {
  const out = inFolder('interrupted');
  const file = write('slow.md', TEXT);
  const args = ['narrate', file, '--out', out, '--cache', inFolder('own'), '--command', 'sleep 20'];
  const run = await vorleser(args, {
    onStart: (child) => void setTimeout(() => child.kill('SIGINT'), 2500),
  });
  assert.equal(run.code, 130, run.messages);
  assert.match(run.messages, /interrupted/);
  assert.ok(!existsSync(out) || readdirSync(out).length === 0);
});

test('files are found by a pattern', async () => {
  mkdirSync(inFolder('texts/deep'), { recursive: true });
  write('texts/one.md', TEXT);
  write('texts/deep/two.html', '<main><p>Ein Satz.</p></main>');
  write('texts/deep/three.txt', TEXT);
  const args = ['narrate', inFolder('texts/**/*.{md,html}'), '--dry-run', '--json'];
  const events = eventsOf(await vorleser(args));
  assert.deepEqual(events.map(({ input }) => path.basename(String(input))).sort(), [
    'one.md',
    'two.html',
  ]);
});
