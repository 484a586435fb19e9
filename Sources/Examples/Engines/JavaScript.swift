internal import Library

/// JavaScript as Node runs it.
struct JavaScript: Engine {
  let system = "javascript"
  let rung = Rung.a
  let program = "Node.js"

  func version(in workplace: Workplace) throws(EngineFailure) -> String {
    let node = try workplace.machine.find("node")
    return Machine.version(in: try workplace.machine.output(of: [node, "--version"], in: workplace), after: "v") ?? "-"
  }

  func start(in workplace: Workplace) throws(EngineFailure) -> any RunningEngine {
    let node = try workplace.machine.find("node")
    return LooseEngine { _ throws(EngineFailure) in
      Interpreter(words: [node, "-e", JavaScriptDriver.text], folder: try workplace.workFolder("node"), workplace: workplace)
    }
  }
}

/// Runs files that its standard input names, each behind a mark, as scripts that share their names. A script that awaits at its top level
/// is a function of its own, whose names end with it.
///
/// The codes of an error are its name and, as Node has it, its `code`.
enum JavaScriptDriver {
  static let text = #"""
    const fs = require("fs"), vm = require("vm"), path = require("path");
    const context = vm.createContext(Object.assign(Object.create(null), {
      console, process, Buffer, URL, URLSearchParams, TextEncoder, TextDecoder, structuredClone, fetch, AbortController, performance,
      setTimeout, setInterval, setImmediate, clearTimeout, clearInterval, clearImmediate, queueMicrotask,
      require: require("module").createRequire(path.join(process.cwd(), "fence.js")),
    }));
    context.globalThis = context;

    async function evaluate(source) {
      const options = { filename: "<fence>" };
      let script;
      try {
        script = new vm.Script(source, options);
      } catch (error) {
        if (!/\bawait\b/.test(source)) throw error;
        await new vm.Script("(async () => {" + source + "\n})()", options).runInContext(context);
        return;
      }
      script.runInContext(context);
    }

    async function run(file) {
      let failure;
      const late = (error) => { failure ??= error; };
      process.on("uncaughtException", late);
      process.on("unhandledRejection", late);
      try {
        await evaluate(fs.readFileSync(file, "utf8"));
        for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
      } catch (error) {
        failure = error;
      }
      process.off("uncaughtException", late);
      process.off("unhandledRejection", late);
      if (failure === undefined) return "";
      const name = failure?.name ?? "Error";
      console.log(`${name}: ${failure?.message ?? failure}`);
      const line = /<fence>:(\d+)/.exec(failure?.stack ?? "")?.[1] ?? 0;
      return `${line} ${[name, failure?.code, failure?.codeName].filter((c) => c !== undefined && !/[\s,]/.test(c)).join(",")}`;
    }

    (async () => {
      const lines = require("readline").createInterface({ input: process.stdin });
      for await (const line of lines) {
        const [mark, file] = line.split(" ");
        const status = await run(file);
        process.stdout.write(`${mark} ${status}\n`);
      }
    })();
    """#
}
