#include "words.h"

static const char *const words[] = {
  "account", "adapter", "address", "agent", "alert", "amount", "answer", "archive", "array", "asset", "atlas", "attempt",
  "audit", "author", "backup", "balance", "banner", "barrier", "basket", "batch", "beacon", "billing", "binding", "block",
  "border", "boundary", "branch", "bridge", "broker", "bucket", "budget", "buffer", "bundle", "button", "cache", "calendar",
  "campaign", "canary", "canvas", "capacity", "capture", "carrier", "catalog", "category", "census", "chain", "change",
  "channel", "chapter", "charge", "chart", "checkout", "circuit", "client", "clock", "cluster", "collector", "column",
  "command", "comment", "commit", "compass", "complaint", "component", "concept", "condition", "config", "conflict",
  "consent", "console", "constraint", "consumer", "contact", "container", "context", "contract", "cookie", "counter",
  "coupon", "course", "credit", "critic", "cursor", "customer", "cycle", "daemon", "dashboard", "deadline", "decision",
  "default", "delay", "delivery", "demand", "deposit", "design", "device", "digest", "dispatch", "display", "district",
  "document", "domain", "draft", "driver", "duty", "editor", "effect", "element", "employee", "engine", "entity", "entry",
  "envelope", "error", "estimate", "event", "evidence", "example", "exchange", "export", "factory", "failure", "feature",
  "feedback", "field", "figure", "filter", "finder", "fixture", "folder", "forecast", "format", "forum", "fragment",
  "frame", "freight", "gallery", "garden", "gateway", "glossary", "grade", "grant", "graph", "group", "guard", "guest",
  "handler", "harbor", "hazard", "header", "health", "history", "holder", "horizon", "hotel", "image", "import", "incident",
  "index", "input", "insight", "instance", "intent", "invoice", "island", "issue", "item", "journal", "journey", "kernel",
  "label", "ladder", "lane", "language", "latency", "layer", "layout", "leader", "ledger", "legend", "lesson", "letter",
  "level", "library", "licence", "limit", "listener", "loader", "locale", "locker", "lookup", "machine", "manual", "margin",
  "market", "matrix", "measure", "member", "memory", "merchant", "message", "meter", "metric", "middleware", "migration",
  "mirror", "mission", "model", "monitor", "mutation", "network", "node", "notice", "number", "object", "offer", "office",
  "option", "order", "origin", "outcome", "outline", "output", "owner", "packet", "panel", "parcel", "parent", "parser",
  "partner", "patch", "pattern", "payload", "payment", "penalty", "period", "permit", "person", "phase", "picture",
  "pipeline", "planet", "plugin", "pocket", "policy", "portal", "portion", "position", "prefix", "premium", "preview",
  "priority", "process", "product", "profile", "program", "project", "promise", "proof", "property", "proposal", "proxy",
  "quality", "quarter", "query", "question", "queue", "quota", "quote", "radar", "range", "rating", "reader", "reason",
  "receipt", "record", "refund", "region", "register", "release", "renderer", "replica", "report", "request", "resource",
  "response", "result", "review", "revision", "reward", "role", "rollback", "route", "router", "sample", "schedule",
  "schema", "scope", "screen", "script", "season", "secret", "section", "segment", "sensor", "sequence", "server",
  "service", "session", "setting", "shadow", "shelter", "shipment", "signal", "silo", "sketch", "snapshot", "socket",
  "source", "sprint", "stage", "standard", "station", "status", "storage", "story", "stream", "student", "subject",
  "summary", "supplier", "support", "survey", "switch", "symbol", "system", "table", "target", "task", "teacher",
  "template", "tenant", "test", "theme", "thread", "ticket", "timer", "token", "topic", "tracker", "traffic", "transfer",
  "trigger", "tunnel", "update", "upload", "usage", "valley", "value", "vector", "vendor", "version", "viewer", "visitor",
  "voucher", "wallet", "warning", "watcher", "weather", "webhook", "weight", "widget", "window", "worker", "writer",
};

const unsigned word_count = sizeof words / sizeof words[0];

const char *word_at(unsigned index) { return words[index % word_count]; }
