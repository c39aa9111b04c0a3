"""Which modules, functions and classes pass the guide sizes; `# long: reason` on the first line excuses."""

import ast

from tests.house.tree import ROOT, modules

GUIDE = {"module": 400, "class": 200, "function": 40}


def kind_of(node: ast.AST) -> str | None:
    if isinstance(node, ast.ClassDef):
        return "class"
    return "function" if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) else None


def oversize(source: str) -> list[tuple[int, str, int]]:
    """Line, what it is, and how many lines long."""
    lines = source.splitlines()
    found = [(1, "module", len(lines))]
    for node in ast.walk(ast.parse(source)):
        kind = kind_of(node)
        if kind and isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            found.append((node.lineno, f"{kind} {node.name}", length))
    return [
        (line, what, length)
        for line, what, length in found
        if length > GUIDE[what.split()[0]] and "# long: " not in lines[line - 1]
    ]


def report() -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{line}: {what} has {length} lines"
        for path in modules()
        for line, what, length in oversize(path.read_text(encoding="utf-8"))
    ]
