import Library
import TestSupport

/// References and names that try to lead out of the library or of the output.
enum PathCases {
  private static let module = "{ \"name\": \"x\", \"version\": \"1\" }"

  static let all = [
    HostileCase(
      "links and pictures that climb out",
      [
        "workflows/demo/rules/guide.md": """
        # G

        [a](../../../etc/passwd) [b](..%2F..%2f../%2e%2e/etc/passwd) [c](/../etc/passwd) ![d](../../../../x.png) `../../../../etc/passwd`
        [e](rules/../../../../../x) [f](<../../../ x>)
        """
      ],
      rules: ["broken-link", "link-outside-library"]
    ),
    HostileCase(
      "absolute paths and hosts without a scheme",
      ["workflows/demo/rules/guide.md": "# G\n\n[a](/etc/passwd) [b](//host/x) [c](\\\\\\\\host\\x) ![d](//host/x.png)\n"],
      rules: ["broken-link"]
    ),
    HostileCase(
      "a tree that draws paths out of its folder",
      [
        "workflows/demo/README.md": """
        # Demo

        ```
        demo/
        ├── README.md
        ├── rules/guide.md
        ├── ../../../etc/passwd
        ├── /etc/shadow
        └── rules/
            ├── guide.md
            └── ../../../../x
        ```
        """
      ],
      rules: ["duplicate-tree-entry", "tree-entry-missing", "undeclared-file"]
    ),
    HostileCase(
      "paths in the fields of a manifest",
      [
        "workflows/demo/module.json": """
        { "name": "../../x", "version": "/etc/passwd", "contents": ["../../../etc/passwd", "/etc/shadow"], "files": "../..",
          "repository": "file:///etc", "dependencies": ["../../x", "/", "..", ""], "installation": { "path": "../../.ssh" },
          "augment": { "subModules": ["../x"], "profiles": { "a": { "rules": ["../../../x"] } } } }
        """
      ],
      rules: ["declared-file-missing", "unknown-dependency"]
    ),
    HostileCase(
      "paths in profiles",
      [
        "workflows/demo/module.json": """
        { "name": "x", "version": "1",
          "augment": { "profiles": { "../../a": ["../../../etc/passwd", "/etc/shadow", "other:../../x", "../..:x", "", ":"], "": ["."] } } }
        """,
        "augury.yml": """
        preset: none
        rules: { stale-character-count: off }
        profiles: { "../../b": ["workflows/demo:../../../etc/passwd", "..:etc/passwd", "/etc:passwd", "/:etc/passwd", "x"] }
        """,
      ],
      rules: ["profile-file-missing"]
    ),
    HostileCase(
      "ids of prompts and workflows that are paths",
      [
        "workflows/demo/README.md": """
        # Demo

        ## ../../../../x

        **Purpose**: p

        **Steps**:
        1. s

        **Prompt** `../../../../../tmp/x`:
        ```
        [a]
        ```

        ## \u{301}

        **Prompt** `\u{301}/../..`:
        ```
        [a]
        ```
        """
      ],
      also: { $0.written.allSatisfy { !$0.utf8.split(separator: 0x2F).contains { $0.elementsEqual("..".utf8) } } }
    ),
    HostileCase(
      "ids that differ only in case",
      [
        "Workflows/Demo/module.json": module, "Workflows/Demo/README.md": "# One\n", "workflows/DEMO/module.json": module,
        "workflows/DEMO/README.md": "# Two\n", "workflows/demo/rules/Guide.md": "# G\n", "workflows/demo/rules/GUIDE.md": "# G\n",
      ],
      rules: ["duplicate-name"],
      also: { Set($0.written.map { $0.lowercased() }).count == $0.written.count }
    ),
    HostileCase(
      "a module in a module in a module",
      [
        "workflows/demo/rules/in/module.json": module, "workflows/demo/rules/in/README.md": "# In\n",
        "workflows/demo/rules/in/rules/deep/module.json": module, "workflows/demo/rules/in/rules/deep/README.md": "# Deep\n",
        "workflows/demo/rules/in/rules/deep/index.md": "# Index\n", "workflows/demo/rules/in.md": "# Beside\n",
      ],
      rules: ["duplicate-name"],
      also: { $0.pipeline.library.modules.map(\.files.count) == [5, 2, 3] }
    ),
    HostileCase(
      "the root is a module too",
      [
        "module.json": module, "README.md": "# Root\n", "rules/workflows/demo.md": "# R\n", "index.md": "# I\n",
        "workflows/demo.md": "# W\n",
      ],
      also: { Set($0.written).count == $0.written.count }
    ),
    HostileCase(
      "names that pages have",
      [
        "workflows/demo/index.md": "# I\n", "workflows/demo/README.html.md": "# R\n", "workflows/demo/README.html": "<script>x</script>",
        "workflows/demo/CON.md": "# C\n", "workflows/demo/rules/guide.html.md": "[a](../README.html)\n",
        "workflows/demo/workflows.md": "# W\n",
        "workflows/demo/prompts.md": "# P\n", "prompts/module.json": module, "prompts/README.md": "# P\n", "404/module.json": module,
        "404/README.md": "# 4\n", "assets/module.json": module, "assets/README.md": "# A\n",
      ],
      rules: ["duplicate-name"],
      also: { $0.written.contains("modules/workflows/demo/README.html.txt") && Set($0.written).count == $0.written.count }
    ),
    HostileCase(
      "only pictures are copied as they are",
      [
        "workflows/demo/rules/guide.md":
          "# G\n\n[a](../x.html) [b](../x.svg) [c](../x.xhtml) [d](../x.js) [e](../x) ![f](../x.PNG) [g](../x.pdf)\n",
        "workflows/demo/x.html": "<script>x</script>", "workflows/demo/x.svg": "<svg onload='x'/>", "workflows/demo/x.xhtml": "<script/>",
        "workflows/demo/x.js": "x", "workflows/demo/x": "<script>x</script>", "workflows/demo/x.PNG": "x", "workflows/demo/x.pdf": "x",
      ],
      also: { outcome in
        let known = ["html", "css", "svg", "txt", "zip", "md", "PNG"]
        let scripts = outcome.written.filter { $0.hasSuffix(".js") }
        return scripts.allSatisfy { $0.hasPrefix("assets/") || $0.hasPrefix("search/") }
          && outcome.written.allSatisfy { path in scripts.contains(path) || known.contains { path.hasSuffix("." + $0) } }
          && outcome.written.filter { $0.hasSuffix(".svg") } == ["assets/favicon.svg"]
      }
    ),
  ]
}
