import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';

export interface ScreenString {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Attributes that are read out or shown; every other attribute is for the machine. */
const READ_ATTRIBUTES = /^(?:aria-label|title|placeholder|label|heading|name|names|alt|patientName)$/;
/** Calls whose texts nobody sees: selectors, styles, patterns, and faults of ours that name themselves to a developer. */
const UNSEEN_CALLS =
  /(?:styled|querySelector\w*|closest|getElementById|addEventListener|removeEventListener|matchMedia|startsWith|endsWith|includes|indexOf|split|replaceAll|replace|RegExp|getItem|setItem|removeItem|createElement|setAttribute|getAttribute|import)$/;

/**
 * The texts of a source file that a person may see, found in its syntax tree: what stands between JSX tags, attributes that are read
 * out, and every other literal or part of a template that reads like words (it holds a space, or begins with a capital letter).
 * Left out: imports, types, property names, comparisons, styles, selectors and thrown errors.
 */
export function screenStrings(path: string): ScreenString[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: ScreenString[] = [];
  const add = (node: ts.Node, raw: string, rendered: boolean) => {
    const text = raw.replace(/\s+/g, ' ').trim();
    if (!/[A-Za-z]{2}/.test(text) || (!rendered && !/ |^[A-Z]/.test(text))) return;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push({ file: path, line: line + 1, text });
  };
  const visit = (node: ts.Node): void => {
    if (isUnseen(node)) return;
    if (ts.isJsxText(node)) add(node, node.text, true);
    else if (ts.isJsxAttribute(node) && !READ_ATTRIBUTES.test(node.name.getText())) {
      // A value may still be an element, or a function that makes one.
      if (
        node.initializer !== undefined &&
        ts.isJsxExpression(node.initializer) &&
        holdsJsx(node.initializer)
      )
        visit(node.initializer);
      return;
    } else if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node)
    )
      add(node, node.text, ts.isJsxExpression(node.parent) || ts.isJsxAttribute(node.parent));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const holdsJsx = (node: ts.Node): boolean =>
  ts.isJsxElement(node) ||
  ts.isJsxSelfClosingElement(node) ||
  ts.isJsxFragment(node) ||
  ts.forEachChild(node, holdsJsx) === true;

function isUnseen(node: ts.Node): boolean {
  if (ts.isSourceFile(node)) return false;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return true;
  if (ts.isThrowStatement(node) || isCase(node)) return true;
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return UNSEEN_CALLS.test(calleeOf(node));
  const { parent } = node;
  if (ts.isStringLiteralLike(node) && ts.isPropertyAssignment(parent)) return parent.name === node;
  if (ts.isBinaryExpression(parent) && ts.isStringLiteralLike(node))
    return /^[!=]==?$/.test(parent.operatorToken.getText());
  return ts.isElementAccessExpression(parent) && parent.argumentExpression === node;
}

const isCase = (node: ts.Node): boolean =>
  !ts.isSourceFile(node) && ts.isCaseClause(node.parent) && node.parent.expression === node;

/** `styled('div')({ … })` is a call of a call. */
function calleeOf(node: ts.CallExpression | ts.NewExpression): string {
  const { expression } = node;
  if (ts.isCallExpression(expression)) return calleeOf(expression);
  return ts.isPropertyAccessExpression(expression) ? expression.name.getText() : expression.getText();
}

export const filesOf = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`);
