#include "assets.h"

// #embed is C23; clang takes it in older C too, with a warning.
#pragma clang diagnostic ignored "-Wc23-extensions"

// One file a line, in the order of the paths. A test compares this list with the folders schema/ (here), site/assets/ and
// templates/.
static const unsigned char schema_config_json[] = {
#embed "schema/config.json"
};
static const unsigned char schema_context_json[] = {
#embed "schema/context.json"
};
static const unsigned char schema_contexts_json[] = {
#embed "schema/contexts.json"
};
static const unsigned char schema_export_json[] = {
#embed "schema/export.json"
};
static const unsigned char schema_finding_json[] = {
#embed "schema/finding.json"
};
static const unsigned char schema_findings_json[] = {
#embed "schema/findings.json"
};
static const unsigned char schema_module_json[] = {
#embed "schema/module.json"
};
static const unsigned char schema_position_json[] = {
#embed "schema/position.json"
};
static const unsigned char schema_prompt_json[] = {
#embed "schema/prompt.json"
};
static const unsigned char schema_prompts_json[] = {
#embed "schema/prompts.json"
};
static const unsigned char schema_report_json[] = {
#embed "schema/report.json"
};
static const unsigned char site_assets_augury_css[] = {
#embed "../../site/assets/augury.css"
};
static const unsigned char site_assets_augury_contents_js[] = {
#embed "../../site/assets/augury/contents.js"
};
static const unsigned char site_assets_augury_copy_js[] = {
#embed "../../site/assets/augury/copy.js"
};
static const unsigned char site_assets_augury_fill_js[] = {
#embed "../../site/assets/augury/fill.js"
};
static const unsigned char site_assets_augury_keys_js[] = {
#embed "../../site/assets/augury/keys.js"
};
static const unsigned char site_assets_augury_theme_js[] = {
#embed "../../site/assets/augury/theme.js"
};
static const unsigned char site_assets_favicon_svg[] = {
#embed "../../site/assets/favicon.svg"
};
static const unsigned char site_assets_search_excerpts_js[] = {
#embed "../../site/assets/search/excerpts.js"
};
static const unsigned char site_assets_search_index_js[] = {
#embed "../../site/assets/search/index.js"
};
static const unsigned char site_assets_search_open_js[] = {
#embed "../../site/assets/search/open.js"
};
static const unsigned char site_assets_search_panel_js[] = {
#embed "../../site/assets/search/panel.js"
};
static const unsigned char site_assets_search_ranking_js[] = {
#embed "../../site/assets/search/ranking.js"
};
static const unsigned char site_assets_search_words_js[] = {
#embed "../../site/assets/search/words.js"
};
static const unsigned char templates_prompts_context_md[] = {
#embed "../../templates/prompts/context.md"
};
static const unsigned char templates_prompts_guardrails_md[] = {
#embed "../../templates/prompts/guardrails.md"
};
static const unsigned char templates_site_article_mustache[] = {
#embed "../../templates/site/article.mustache"
};
static const unsigned char templates_site_backlinks_mustache[] = {
#embed "../../templates/site/backlinks.mustache"
};
static const unsigned char templates_site_breadcrumbs_mustache[] = {
#embed "../../templates/site/breadcrumbs.mustache"
};
static const unsigned char templates_site_budget_mustache[] = {
#embed "../../templates/site/budget.mustache"
};
static const unsigned char templates_site_card_mustache[] = {
#embed "../../templates/site/card.mustache"
};
static const unsigned char templates_site_catalog_mustache[] = {
#embed "../../templates/site/catalog.mustache"
};
static const unsigned char templates_site_category_link_mustache[] = {
#embed "../../templates/site/category-link.mustache"
};
static const unsigned char templates_site_category_mustache[] = {
#embed "../../templates/site/category.mustache"
};
static const unsigned char templates_site_cell_mustache[] = {
#embed "../../templates/site/cell.mustache"
};
static const unsigned char templates_site_chip_mustache[] = {
#embed "../../templates/site/chip.mustache"
};
static const unsigned char templates_site_collection_strip_mustache[] = {
#embed "../../templates/site/collection-strip.mustache"
};
static const unsigned char templates_site_collection_mustache[] = {
#embed "../../templates/site/collection.mustache"
};
static const unsigned char templates_site_collections_mustache[] = {
#embed "../../templates/site/collections.mustache"
};
static const unsigned char templates_site_comparison_table_mustache[] = {
#embed "../../templates/site/comparison-table.mustache"
};
static const unsigned char templates_site_comparison_mustache[] = {
#embed "../../templates/site/comparison.mustache"
};
static const unsigned char templates_site_concerns_mustache[] = {
#embed "../../templates/site/concerns.mustache"
};
static const unsigned char templates_site_crumb_mustache[] = {
#embed "../../templates/site/crumb.mustache"
};
static const unsigned char templates_site_facts_mustache[] = {
#embed "../../templates/site/facts.mustache"
};
static const unsigned char templates_site_field_mustache[] = {
#embed "../../templates/site/field.mustache"
};
static const unsigned char templates_site_footer_mustache[] = {
#embed "../../templates/site/footer.mustache"
};
static const unsigned char templates_site_head_mustache[] = {
#embed "../../templates/site/head.mustache"
};
static const unsigned char templates_site_header_mustache[] = {
#embed "../../templates/site/header.mustache"
};
static const unsigned char templates_site_legend_mustache[] = {
#embed "../../templates/site/legend.mustache"
};
static const unsigned char templates_site_list_mustache[] = {
#embed "../../templates/site/list.mustache"
};
static const unsigned char templates_site_mark_mustache[] = {
#embed "../../templates/site/mark.mustache"
};
static const unsigned char templates_site_module_row_mustache[] = {
#embed "../../templates/site/module-row.mustache"
};
static const unsigned char templates_site_module_mustache[] = {
#embed "../../templates/site/module.mustache"
};
static const unsigned char templates_site_not_found_mustache[] = {
#embed "../../templates/site/not-found.mustache"
};
static const unsigned char templates_site_note_mustache[] = {
#embed "../../templates/site/note.mustache"
};
static const unsigned char templates_site_notice_entry_mustache[] = {
#embed "../../templates/site/notice-entry.mustache"
};
static const unsigned char templates_site_notice_mustache[] = {
#embed "../../templates/site/notice.mustache"
};
static const unsigned char templates_site_page_mustache[] = {
#embed "../../templates/site/page.mustache"
};
static const unsigned char templates_site_pagination_mustache[] = {
#embed "../../templates/site/pagination.mustache"
};
static const unsigned char templates_site_profile_mustache[] = {
#embed "../../templates/site/profile.mustache"
};
static const unsigned char templates_site_prompt_card_mustache[] = {
#embed "../../templates/site/prompt-card.mustache"
};
static const unsigned char templates_site_prompt_mustache[] = {
#embed "../../templates/site/prompt.mustache"
};
static const unsigned char templates_site_report_mustache[] = {
#embed "../../templates/site/report.mustache"
};
static const unsigned char templates_site_row_mustache[] = {
#embed "../../templates/site/row.mustache"
};
static const unsigned char templates_site_rule_mustache[] = {
#embed "../../templates/site/rule.mustache"
};
static const unsigned char templates_site_sample_file_mustache[] = {
#embed "../../templates/site/sample-file.mustache"
};
static const unsigned char templates_site_search_mustache[] = {
#embed "../../templates/site/search.mustache"
};
static const unsigned char templates_site_section_mustache[] = {
#embed "../../templates/site/section.mustache"
};
static const unsigned char templates_site_sidebar_entry_mustache[] = {
#embed "../../templates/site/sidebar-entry.mustache"
};
static const unsigned char templates_site_sidebar_group_mustache[] = {
#embed "../../templates/site/sidebar-group.mustache"
};
static const unsigned char templates_site_sidebar_mustache[] = {
#embed "../../templates/site/sidebar.mustache"
};
static const unsigned char templates_site_step_mustache[] = {
#embed "../../templates/site/step.mustache"
};
static const unsigned char templates_site_tag_mustache[] = {
#embed "../../templates/site/tag.mustache"
};
static const unsigned char templates_site_toc_mustache[] = {
#embed "../../templates/site/toc.mustache"
};
static const unsigned char templates_site_tool_row_mustache[] = {
#embed "../../templates/site/tool-row.mustache"
};
static const unsigned char templates_site_twin_mustache[] = {
#embed "../../templates/site/twin.mustache"
};
static const unsigned char templates_site_workflow_mustache[] = {
#embed "../../templates/site/workflow.mustache"
};

#define ASSET(path, bytes) {path, bytes, sizeof bytes}

static const augury_asset assets[] = {
  ASSET("Sources/Assets/schema/config.json", schema_config_json),
  ASSET("Sources/Assets/schema/context.json", schema_context_json),
  ASSET("Sources/Assets/schema/contexts.json", schema_contexts_json),
  ASSET("Sources/Assets/schema/export.json", schema_export_json),
  ASSET("Sources/Assets/schema/finding.json", schema_finding_json),
  ASSET("Sources/Assets/schema/findings.json", schema_findings_json),
  ASSET("Sources/Assets/schema/module.json", schema_module_json),
  ASSET("Sources/Assets/schema/position.json", schema_position_json),
  ASSET("Sources/Assets/schema/prompt.json", schema_prompt_json),
  ASSET("Sources/Assets/schema/prompts.json", schema_prompts_json),
  ASSET("Sources/Assets/schema/report.json", schema_report_json),
  ASSET("site/assets/augury.css", site_assets_augury_css),
  ASSET("site/assets/augury/contents.js", site_assets_augury_contents_js),
  ASSET("site/assets/augury/copy.js", site_assets_augury_copy_js),
  ASSET("site/assets/augury/fill.js", site_assets_augury_fill_js),
  ASSET("site/assets/augury/keys.js", site_assets_augury_keys_js),
  ASSET("site/assets/augury/theme.js", site_assets_augury_theme_js),
  ASSET("site/assets/favicon.svg", site_assets_favicon_svg),
  ASSET("site/assets/search/excerpts.js", site_assets_search_excerpts_js),
  ASSET("site/assets/search/index.js", site_assets_search_index_js),
  ASSET("site/assets/search/open.js", site_assets_search_open_js),
  ASSET("site/assets/search/panel.js", site_assets_search_panel_js),
  ASSET("site/assets/search/ranking.js", site_assets_search_ranking_js),
  ASSET("site/assets/search/words.js", site_assets_search_words_js),
  ASSET("templates/prompts/context.md", templates_prompts_context_md),
  ASSET("templates/prompts/guardrails.md", templates_prompts_guardrails_md),
  ASSET("templates/site/article.mustache", templates_site_article_mustache),
  ASSET("templates/site/backlinks.mustache", templates_site_backlinks_mustache),
  ASSET("templates/site/breadcrumbs.mustache", templates_site_breadcrumbs_mustache),
  ASSET("templates/site/budget.mustache", templates_site_budget_mustache),
  ASSET("templates/site/card.mustache", templates_site_card_mustache),
  ASSET("templates/site/catalog.mustache", templates_site_catalog_mustache),
  ASSET("templates/site/category-link.mustache", templates_site_category_link_mustache),
  ASSET("templates/site/category.mustache", templates_site_category_mustache),
  ASSET("templates/site/cell.mustache", templates_site_cell_mustache),
  ASSET("templates/site/chip.mustache", templates_site_chip_mustache),
  ASSET("templates/site/collection-strip.mustache", templates_site_collection_strip_mustache),
  ASSET("templates/site/collection.mustache", templates_site_collection_mustache),
  ASSET("templates/site/collections.mustache", templates_site_collections_mustache),
  ASSET("templates/site/comparison-table.mustache", templates_site_comparison_table_mustache),
  ASSET("templates/site/comparison.mustache", templates_site_comparison_mustache),
  ASSET("templates/site/concerns.mustache", templates_site_concerns_mustache),
  ASSET("templates/site/crumb.mustache", templates_site_crumb_mustache),
  ASSET("templates/site/facts.mustache", templates_site_facts_mustache),
  ASSET("templates/site/field.mustache", templates_site_field_mustache),
  ASSET("templates/site/footer.mustache", templates_site_footer_mustache),
  ASSET("templates/site/head.mustache", templates_site_head_mustache),
  ASSET("templates/site/header.mustache", templates_site_header_mustache),
  ASSET("templates/site/legend.mustache", templates_site_legend_mustache),
  ASSET("templates/site/list.mustache", templates_site_list_mustache),
  ASSET("templates/site/mark.mustache", templates_site_mark_mustache),
  ASSET("templates/site/module-row.mustache", templates_site_module_row_mustache),
  ASSET("templates/site/module.mustache", templates_site_module_mustache),
  ASSET("templates/site/not-found.mustache", templates_site_not_found_mustache),
  ASSET("templates/site/note.mustache", templates_site_note_mustache),
  ASSET("templates/site/notice-entry.mustache", templates_site_notice_entry_mustache),
  ASSET("templates/site/notice.mustache", templates_site_notice_mustache),
  ASSET("templates/site/page.mustache", templates_site_page_mustache),
  ASSET("templates/site/pagination.mustache", templates_site_pagination_mustache),
  ASSET("templates/site/profile.mustache", templates_site_profile_mustache),
  ASSET("templates/site/prompt-card.mustache", templates_site_prompt_card_mustache),
  ASSET("templates/site/prompt.mustache", templates_site_prompt_mustache),
  ASSET("templates/site/report.mustache", templates_site_report_mustache),
  ASSET("templates/site/row.mustache", templates_site_row_mustache),
  ASSET("templates/site/rule.mustache", templates_site_rule_mustache),
  ASSET("templates/site/sample-file.mustache", templates_site_sample_file_mustache),
  ASSET("templates/site/search.mustache", templates_site_search_mustache),
  ASSET("templates/site/section.mustache", templates_site_section_mustache),
  ASSET("templates/site/sidebar-entry.mustache", templates_site_sidebar_entry_mustache),
  ASSET("templates/site/sidebar-group.mustache", templates_site_sidebar_group_mustache),
  ASSET("templates/site/sidebar.mustache", templates_site_sidebar_mustache),
  ASSET("templates/site/step.mustache", templates_site_step_mustache),
  ASSET("templates/site/tag.mustache", templates_site_tag_mustache),
  ASSET("templates/site/toc.mustache", templates_site_toc_mustache),
  ASSET("templates/site/tool-row.mustache", templates_site_tool_row_mustache),
  ASSET("templates/site/twin.mustache", templates_site_twin_mustache),
  ASSET("templates/site/workflow.mustache", templates_site_workflow_mustache),
};

const augury_asset *augury_asset_at(size_t index) {
  return index < sizeof assets / sizeof *assets ? &assets[index] : NULL;
}
