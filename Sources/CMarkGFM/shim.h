// What Swift sees of libcmark-gfm 0.29.0.gfm.6 and its extensions library.
#ifndef AUGURY_CMARK_GFM_SHIM_H
#define AUGURY_CMARK_GFM_SHIM_H

#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>

// The extensions assign these node types when they are registered. No installed header declares them, and Swift 6 does
// not read mutable C globals, so they are read through functions.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL, CMARK_NODE_STRIKETHROUGH;

static inline cmark_node_type augury_node_table(void) { return CMARK_NODE_TABLE; }
static inline cmark_node_type augury_node_table_row(void) { return CMARK_NODE_TABLE_ROW; }
static inline cmark_node_type augury_node_table_cell(void) { return CMARK_NODE_TABLE_CELL; }
static inline cmark_node_type augury_node_strikethrough(void) { return CMARK_NODE_STRIKETHROUGH; }

#endif
