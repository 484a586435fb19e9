/// A library with one of everything: two modules, a workflow with its guide, prompts in a README and in a file of their own, a tree
/// with a missing entry, references of every form, faults, and names and texts that mean harm.
enum SampleLibrary {
  static let text = #"""
    -- workflows/demo/module.json --
    { "name": "demo", "displayName": "Demo & <b>more</b>", "version": "1.2.0", "description": "Shows \"all\" of it.",
      "type": "workflows", "tags": ["one", "two words"], "dependencies": { "domain-rules/other": ">=1" },
      "augment": { "priority": "high" } }
    -- workflows/demo/README.md --
    # Demo & more

    What the *demo* is for.

    See [the guide](rules/go-workflow.md#plan), `examples/run.md`, [gone](rules/gone.md), [out](../../../etc/passwd),
    [data](data.sql), [drawing](drawing.svg), [list](rules/), **domain-rules/other** and `domain-rules/other`.

    ![A picture](picture.png) ![A far picture](https://elsewhere.example/x.png) [run](javascript:alert)

    ```
    workflows/demo/
    ├── README.md
    ├── rules/
    │   ├── go-workflow.md
    │   └── gone.md
    └── examples/
        └── run.md
    ```

    ### 1. Go Workflow

    **Purpose**: Go there

    **Steps**:
    1. Plan (what, when)
    2. Go

    **When to use**: Always.

    **AI Prompt Template** `go-start`:
    ```
    Go to [place] by [train/ship].
    - [Stop 1]
    - [Stop 2]
    ```
    -- workflows/demo/rules/go-workflow.md --
    # Going

    How to go.

    #### Plan

    Text.

    ## Plan

    # Another beginning

    | a | b |
    |---|--:|
    | 1 | 2 |

    - [x] done

    <script>alert(1)</script>
    -- workflows/demo/examples/run.md --
    ## No title of level one

    ```sql
    SELECT 1 < 2;
    ```

    Back to [the module](../README.md#1-go-workflow).
    -- workflows/demo/prompts/ask.md --
    # Ask

    Asks for something.

    **AI Prompt Template**:
    ```
    Tell me about [topic].
    ```

    **Variables**:

    | placeholder | name | type | description |
    |---|---|---|---|
    | `[topic]` | `topic` | text | What it is about |

    ## Notes

    It answers.
    -- workflows/demo/rules/twin.md --
    # Going

    Has the title of another guide.
    -- workflows/demo/data.sql --
    SELECT 1;
    -- workflows/demo/drawing.svg --
    <svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>
    -- workflows/demo/picture.png --
    not really
    -- workflows/demo/rules/a "b" #c? 100%.md --
    # A name with everything
    -- domain-rules/other/module.json --
    { "name":
    -- domain-rules/other/README.md --
    # Other

    Uses `workflows/demo`.
    """#
}
