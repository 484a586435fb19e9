/// Every template that is rendered by itself, and what it can read.
enum PageTemplates {
  static let all: [(name: String, shapes: [String: TemplateShape])] = [
    (CatalogPage.template, CatalogPage.shapes()),
    (ModulePage.template, ModulePage.shapes()),
    (ArticlePage.template, ArticlePage.shapes()),
    (WorkflowPage.template, WorkflowPage.shapes()),
    (PromptPage.template, PromptPage.shapes()),
    (PromptsPage.template, PromptsPage.shapes()),
    (NotFoundPage.template, NotFoundPage.shapes()),
    (SidebarModel.template, SidebarModel.shapes()),
    (Header.template, Header.shapes()),
    (Breadcrumbs.template, Breadcrumbs.shapes()),
    (Footer.template, Footer.shapes()),
    (Row.template, Row.shapes()),
    (RenderedSection.template, RenderedSection.shapes()),
    (Notice.template, Notice.shapes()),
    (PromptCard.template, PromptCard.shapes()),
  ]
}
