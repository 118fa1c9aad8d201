// Says nothing of tests that pass, everything of tests that fail, and why a test was skipped; sends the totals to test.mjs.

/** @typedef {import('vitest/node').Reporter} Reporter */
/** @typedef {import('vitest/node').Vitest} Vitest */
/** @typedef {import('vitest/node').TestModule} TestModule */

/** @implements {Reporter} */
export default class QuietReporter {
  /** @type {Vitest | undefined} */
  #vitest;
  #done = 0;
  /** What tests wrote to the console, by file. @type {Map<string, string[]>} */
  #logs = new Map();

  /** @param {Vitest} vitest */
  onInit(vitest) {
    this.#vitest = vitest;
  }

  /** @type {NonNullable<Reporter['onUserConsoleLog']>} */
  onUserConsoleLog({ taskId, content }) {
    const task = taskId === undefined ? undefined : this.#vitest?.state.idMap.get(taskId);
    const file = task?.file.filepath ?? '';
    this.#logs.set(file, [...(this.#logs.get(file) ?? []), content]);
  }

  onTestCaseResult() {
    this.#done += 1;
    if (process.stdout.isTTY) process.stdout.write(`\r${this.#done} tests `);
  }

  /** @type {NonNullable<Reporter['onTestRunEnd']>} */
  onTestRunEnd(modules, unhandledErrors) {
    if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
    const totals = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) this.#report(module, totals);
    for (const error of unhandledErrors) this.#print('Unhandled error', error, undefined);
    if (modules.length === 0 && unhandledErrors.length === 0) console.error('No tests found.');
    process.send?.(totals);
  }

  /**
   * @param {TestModule} module
   * @param {{ passed: number, failed: number, skipped: number }} totals
   */
  #report(module, totals) {
    const failedBefore = totals.failed;
    // A file or a describe block that fails outside its tests: a broken import, a failed beforeAll.
    const suites = [module, ...module.children.allSuites()];
    for (const suite of suites) {
      const errors = suite.errors();
      if (errors.length > 0) totals.failed += 1;
      const name = suite.type === 'suite' ? suite.fullName : '';
      for (const error of errors) this.#print(title(module, name), error, module);
    }
    const filtered = module.project.config.testNamePattern !== undefined;
    for (const test of module.children.allTests()) {
      const result = test.result();
      if (result.state === 'passed') totals.passed += 1;
      else if (result.state === 'failed') {
        totals.failed += 1;
        for (const error of result.errors) {
          this.#print(title(module, test.fullName), error, module);
        }
      } else if (!filtered) {
        totals.skipped += 1;
        const note = result.state === 'skipped' ? result.note : undefined;
        console.log(`skipped: ${title(module, test.fullName)}: ${note ?? 'no reason given'}`);
      }
    }
    const logs = this.#logs.get(module.moduleId);
    if (totals.failed > failedBefore && logs !== undefined) {
      console.error(`Written by ${module.relativeModuleId}:\n${logs.join('')}`);
    }
  }

  /**
   * @param {string} heading
   * @param {unknown} error
   * @param {TestModule | undefined} module
   */
  #print(heading, error, module) {
    console.error(`\nFAIL ${heading}`);
    this.#vitest?.logger.printError(error, {
      project: module?.project ?? this.#vitest.getRootProject(),
    });
  }
}

/**
 * @param {TestModule} module
 * @param {string} name
 */
function title(module, name) {
  return name === '' ? module.relativeModuleId : `${module.relativeModuleId} > ${name}`;
}
