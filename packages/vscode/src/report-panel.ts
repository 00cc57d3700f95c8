import { ViewColumn, type WebviewPanel, window } from 'vscode';

/** The one place where reports are shown: a page without scripts, which loads nothing from anywhere. */
export class ReportPanel {
  #panel: WebviewPanel | undefined;

  show(title: string, html: string): void {
    const panel = this.#panel ?? this.#open();
    panel.title = title;
    panel.webview.html = html;
    panel.reveal(undefined, true);
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #open(): WebviewPanel {
    const panel = window.createWebviewPanel(
      'breakwater.report',
      'Breakwater',
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableScripts: false, localResourceRoots: [] },
    );
    panel.onDidDispose(() => (this.#panel = undefined));
    this.#panel = panel;
    return panel;
  }
}
